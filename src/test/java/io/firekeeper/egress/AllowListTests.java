package io.firekeeper.egress;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.firekeeper.egress.EgressFailure.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AllowListTests {

	private static final EgressRule RULE = TestEgress.rule("10.0.0.0/8", 9090, 9090);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final AtomicReference<@Nullable List<EgressRule>> database = new AtomicReference<>(List.of(RULE));

	private final AllowList allowList = new AllowList(this::read, clock(this.now::get));

	@Test
	void whenAnotherConsoleChangedTheListThenItHoldsHereSoon() {
		assertThat(this.allowList.rules()).containsExactly(RULE);
		this.database.set(List.of());
		assertThat(this.allowList.rules()).containsExactly(RULE);
		pass(Duration.ofSeconds(2));
		assertThat(this.allowList.rules()).isEmpty();
	}

	@Test
	void whenThisConsoleChangedTheListThenItHoldsAtOnce() {
		assertThat(this.allowList.rules()).containsExactly(RULE);
		this.database.set(List.of());
		this.allowList.refresh();
		assertThat(this.allowList.rules()).isEmpty();
	}

	@Test
	void whenTheDatabaseIsDownThenTheLastKnownListHoldsForFiveMinutes() {
		assertThat(this.allowList.rules()).containsExactly(RULE);
		this.database.set(null);
		pass(Duration.ofMinutes(5));
		assertThat(this.allowList.rules()).containsExactly(RULE);
		pass(Duration.ofSeconds(1));
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(this.allowList::rules);
	}

	@Test
	void whenTheListCannotBeReadThenNothingIsDialled() {
		this.database.set(null);
		EgressGuard guard = new EgressGuard(new SystemHostResolver(), this.allowList,
				new OwnPorts(new StaticListableBeanFactory().getBeanProvider(JdbcConnectionDetails.class),
						new SystemHostResolver()));
		EgressFailure failure = catchThrowableOfType(EgressFailure.class,
				() -> guard.admit(URI.create("http://10.0.0.1:9090/")));
		assertThat(failure.reason()).isEqualTo(Cause.NOT_ALLOWED);
		assertThat(failure).hasMessageContaining("the database does not answer");
	}

	private List<EgressRule> read() {
		List<EgressRule> rules = this.database.get();
		if (rules == null) {
			throw new DataAccessResourceFailureException("down");
		}
		return rules;
	}

	private void pass(Duration time) {
		this.now.updateAndGet((instant) -> instant.plus(time));
	}

	private static Clock clock(InstantSource source) {
		return source.withZone(ZoneOffset.UTC);
	}

}
