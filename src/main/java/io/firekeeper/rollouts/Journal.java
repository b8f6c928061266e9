package io.firekeeper.rollouts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.web.LiveUpdates;
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

	private final Reasons reasons;

	private final Clock clock;

	Journal(AuditLog audit, EventLog events, LiveUpdates live, Reasons reasons, Clock clock) {
		this.audit = audit;
		this.events = events;
		this.live = live;
		this.reasons = reasons;
		this.clock = clock;
	}

	void write(Actor actor, String action, Rollout rollout, Tone tone, Message text) {
		write(actor, action, rollout, null, tone, text, List.of());
	}

	/** With a line of the rollout's own log for each thing that it comes from. */
	void write(Actor actor, String action, Rollout rollout, Tone tone, Message text, List<Message> causes) {
		write(actor, action, rollout, null, tone, text, causes);
	}

	void write(Actor actor, String action, Step step, Tone tone, Message text) {
		write(actor, action, step, tone, text, List.of());
	}

	/** With a line of the rollout's own log for each thing that it comes from. */
	void write(Actor actor, String action, Step step, Tone tone, Message text, List<Message> causes) {
		write(actor, action, step.wave().rollout(), step, tone, text, causes);
	}

	/** Tells open pages only. */
	void announce(Rollout rollout) {
		this.live.changed("rollout-" + rollout.number());
		this.live.changed("rollouts");
	}

	private void write(Actor actor, String action, Rollout rollout, @Nullable Step step, Tone tone, Message text,
			List<Message> causes) {
		this.audit.record(Audited.of(actor, "rollouts." + action, "rollout", String.valueOf(rollout.number()))
			.changing(null, after(rollout, step))
			.because(this.reasons.of(text, causes, Locale.ENGLISH)));
		String replica = (step != null) ? step.replicaName() : null;
		Stream.concat(Stream.of(text), causes.stream())
			.forEach((line) -> this.events.append(rollout.id(),
					new RolloutEvent(this.clock.instant(), replica, tone, line)));
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
