package io.firekeeper.revisions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalLong;

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

	private final Changes changes;

	private final ChangeMoves moves;

	private final Clock clock;

	ChangeJournal(AuditLog audit, LiveUpdates liveUpdates, Changes changes, ChangeMoves moves, Clock clock) {
		this.audit = audit;
		this.liveUpdates = liveUpdates;
		this.changes = changes;
		this.moves = moves;
		this.clock = clock;
	}

	/** Now, as exactly as the database keeps it. */
	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	void changed(Change change, Actor actor, String action, @Nullable String before, @Nullable String after) {
		String subject = (after != null) ? after : Objects.requireNonNullElse(before, "");
		write(change, actor, new ChangeMove(now(), actor.name(), action, subject, OptionalLong.empty()), before, after);
	}

	void saved(Change change, Edit edit, Actor actor) {
		String text = edit.text();
		String brief = (text != null) ? Fingerprint.of(text).brief() : null;
		write(change, actor,
				new ChangeMove(now(), actor.name(), "revisions.edit-saved", edit.policy(),
						OptionalLong.of(edit.version())),
				null,
				"%s v%d based on v%d, text %s".formatted(edit.policy(), edit.version(), edit.baseNumber(), brief));
	}

	/** The version that a move led to is known once it is flushed. */
	private void write(Change change, Actor actor, ChangeMove move, @Nullable String before, @Nullable String after) {
		this.changes.saveAndFlush(change);
		this.moves.keep(change, move);
		this.audit.record(
				Audited.of(actor, move.action(), "change", String.valueOf(change.number())).changing(before, after));
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
