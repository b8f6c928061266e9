package io.firekeeper.egress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The rules as this console knows them. They are read again every two seconds, so that
 * what another console changed holds here soon; with the database down the last known
 * ones hold for five minutes, then none.
 */
@Component
class AllowList {

	private static final Logger logger = LoggerFactory.getLogger(AllowList.class);

	private static final Duration FRESH = Duration.ofSeconds(2);

	private static final Duration USABLE = Duration.ofMinutes(5);

	private final EgressRuleSource table;

	private final Clock clock;

	private volatile @Nullable Known known;

	AllowList(EgressRuleSource table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	List<EgressRule> rules() {
		Known last = this.known;
		Instant now = this.clock.instant();
		if (last != null && last.readAt().plus(FRESH).isAfter(now)) {
			return last.rules();
		}
		return read(last, now);
	}

	/** Forgets what is known, after a change on this console. */
	void refresh() {
		this.known = null;
	}

	private List<EgressRule> read(@Nullable Known last, Instant now) {
		try {
			Known current = new Known(this.table.all(), now);
			this.known = current;
			return current.rules();
		}
		catch (DataAccessException ex) {
			if (last == null || last.readAt().plus(USABLE).isBefore(now)) {
				throw ex;
			}
			logger.debug("The allow list cannot be read; the one of {} still holds", last.readAt(), ex);
			return last.rules();
		}
	}

	private record Known(List<EgressRule> rules, Instant readAt) {
	}

}
