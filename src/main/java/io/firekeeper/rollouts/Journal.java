package io.firekeeper.rollouts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.web.LiveUpdates;
import io.firekeeper.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Writes down what happens to a rollout, within the transaction that makes it happen: a
 * row of the audit log, a line of the rollout's own log, and a word to open pages.
 */
@Component
class Journal {

	private final AuditLog audit;

	private final EventLog events;

	private final LiveUpdates live;

	private final Texts texts;

	private final Clock clock;

	Journal(AuditLog audit, EventLog events, LiveUpdates live, Texts texts, Clock clock) {
		this.audit = audit;
		this.events = events;
		this.live = live;
		this.texts = texts;
		this.clock = clock;
	}

	void write(Actor actor, String action, Rollout rollout, Tone tone, Message text) {
		write(actor, action, rollout, null, tone, text);
	}

	void write(Actor actor, String action, Step step, Tone tone, Message text) {
		write(actor, action, step.wave().rollout(), step, tone, text);
	}

	/** Tells open pages only. */
	void announce(Rollout rollout) {
		this.live.changed("rollout-" + rollout.number());
		this.live.changed("rollouts");
	}

	private void write(Actor actor, String action, Rollout rollout, @Nullable Step step, Tone tone, Message text) {
		this.audit.record(Audited.of(actor, "rollouts." + action, "rollout", String.valueOf(rollout.number()))
			.changing(null, after(rollout, step))
			.because(this.texts.of(text, Locale.ENGLISH)));
		String replica = (step != null) ? step.replicaName() : null;
		this.events.append(rollout.id(), new RolloutEvent(this.clock.instant(), replica, tone, text));
		announce(rollout);
	}

	private static String after(Rollout rollout, @Nullable Step step) {
		Map<String, Object> after = new LinkedHashMap<>();
		after.put("revision", "r" + rollout.revision());
		after.put("state", rollout.state());
		if (step != null) {
			after.put("replica", step.replicaName());
			after.put("step", step.state());
		}
		return JsonColumn.MAPPER.writeValueAsString(after);
	}

}
