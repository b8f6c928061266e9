package io.firekeeper.revisions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.identity.Actor;
import io.firekeeper.web.LiveUpdates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Writes down what happened to changes and revisions, in the transaction in which it
 * happened, and tells open pages.
 */
@Component
class ChangeJournal {

	private static final String LIST_TOPIC = "changes";

	private final AuditLog audit;

	private final LiveUpdates liveUpdates;

	private final Clock clock;

	ChangeJournal(AuditLog audit, LiveUpdates liveUpdates, Clock clock) {
		this.audit = audit;
		this.liveUpdates = liveUpdates;
		this.clock = clock;
	}

	/** Now, as exactly as the database keeps it. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	void changed(Change change, Actor actor, String action, @Nullable String before, @Nullable String after) {
		this.audit.record(Audited.of(actor, action, "change", String.valueOf(change.number())).changing(before, after));
		this.liveUpdates.changed("change-" + change.number());
		this.liveUpdates.changed(LIST_TOPIC);
	}

	void changed(Revision revision, Actor actor, String action, @Nullable RevisionState before,
			@Nullable String reason) {
		this.audit.record(Audited.of(actor, action, "revision", revision.name())
			.changing((before != null) ? before.name() : null, revision.state().name())
			.because(reason));
		this.liveUpdates.changed("revision-" + revision.number());
		if (revision.changeNumber() != null) {
			this.liveUpdates.changed("change-" + revision.changeNumber());
		}
		this.liveUpdates.changed(LIST_TOPIC);
	}

}
