package io.firekeeper.rollouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.OriginReading;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transitions of a step on its way forward, each one short transaction with its audit
 * row: the intent before an effect, the outcome after it. They answer whether the step
 * may go on; it may not once the rollout goes back.
 */
@Component
class StepTransitions {

	private final DrivenRollouts rollouts;

	private final DeliveryOrders orders;

	private final Replicas replicas;

	private final Journal journal;

	private final Clock clock;

	StepTransitions(DrivenRollouts rollouts, DeliveryOrders orders, Replicas replicas, Journal journal, Clock clock) {
		this.rollouts = rollouts;
		this.orders = orders;
		this.replicas = replicas;
		this.journal = journal;
		this.clock = clock;
	}

	/** The bundle is about to be pushed. */
	@Transactional
	boolean deliver(Lease lease, UUID stepId) {
		Rollout rollout = this.rollouts.lock(lease);
		Step step = rollout.step(stepId);
		if (!rollout.mayStartSteps() || step.state() != StepState.QUEUED) {
			return false;
		}
		step.deliver(now());
		write("delivery.intended", step, Tone.INFO,
				Message.of("rollouts.event.delivering", brief(step.targetDigest())));
		return true;
	}

	/**
	 * Nothing was ever proven there: what its operator runs is what it goes back to.
	 */
	@Transactional
	void keepOrigin(Lease lease, UUID stepId, OriginReading reading) {
		Step step = this.rollouts.lock(lease).step(stepId);
		switch (reading) {
			case OriginReading.Seen(Origin origin) when step.needsOrigin() -> {
				step.keep(origin);
				write("origin-kept", step, Tone.INFO, Message.of("rollouts.event.origin-kept", origin.directory()));
			}
			case OriginReading.Unseen(Message why) when step.needsOrigin() -> this.journal.write(Actor.SYSTEM,
					"origin-unknown", step, Tone.WARN, Message.of("rollouts.event.origin-unknown"), List.of(why));
			default -> {
			}
		}
	}

	/** The bundle is in place, and the reload is about to be asked for. */
	@Transactional
	boolean delivered(Lease lease, UUID stepId, String digest, ReloadMark before) {
		Step step = this.rollouts.lock(lease).step(stepId);
		boolean forward = mayGoOn(step);
		if (forward) {
			step.delivered(digest, before, now());
		}
		write("delivered", step, Tone.INFO, Message.of("rollouts.event.delivered", brief(digest)));
		if (forward) {
			write("reload.intended", step, Tone.INFO, Message.of("rollouts.event.reloading"));
		}
		return forward;
	}

	/** After an interruption: what was pushed is no longer in place. */
	@Transactional
	boolean deliverAgain(Lease lease, UUID stepId) {
		Step step = this.rollouts.lock(lease).step(stepId);
		if (!mayGoOn(step)) {
			return false;
		}
		step.deliverAgain(now());
		write("delivery.intended", step, Tone.WARN, Message.of("rollouts.event.delivering-again"));
		return true;
	}

	/**
	 * The reload was accepted.
	 * @param took {@code null} when the answer was lost and only the replica counted it
	 */
	@Transactional
	boolean reloaded(Lease lease, UUID stepId, @Nullable Duration took) {
		Step step = this.rollouts.lock(lease).step(stepId);
		boolean forward = mayGoOn(step);
		if (forward) {
			step.reloaded(took, now());
		}
		write("reloaded", step, Tone.INFO, (took != null) ? Message.of("rollouts.event.reloaded", seconds(took))
				: Message.of("rollouts.event.reload-counted"));
		return forward;
	}

	/** What was observed so far; it is not yet, or no longer, enough. */
	@Transactional
	boolean observed(Lease lease, UUID stepId, Proof seen) {
		Step step = this.rollouts.lock(lease).step(stepId);
		if (!mayGoOn(step)) {
			return false;
		}
		if (!step.proof().equals(seen.observations())) {
			step.observed(seen);
			this.journal.announce(step.wave().rollout());
		}
		return true;
	}

	/** Every observation agrees; the bundle is what the replica goes back to from now. */
	@Transactional
	void proven(Lease lease, UUID stepId, Proof proof) {
		Rollout rollout = this.rollouts.lock(lease);
		Step step = rollout.step(stepId);
		if (!mayGoOn(step)) {
			return;
		}
		step.proven(proof, now());
		this.replicas.keepProven(this.orders.forward(step), delivered(step), proof);
		write("step-proven", step, Tone.OK, Message.of("rollouts.event.proven", "r" + rollout.revision()));
	}

	/** It did not work. Nothing new begins from this moment. */
	@Transactional
	void failed(Lease lease, UUID stepId, Message why) {
		Rollout rollout = this.rollouts.lock(lease);
		Step step = rollout.step(stepId);
		step.failed(why, now());
		rollout.failed(Message.of("rollouts.reason.step", step.replicaName()), List.of(why));
		write("step-failed", step, Tone.CRIT, why);
	}

	private static boolean mayGoOn(Step step) {
		return step.wave().rollout().state().forward();
	}

	private static String delivered(Step step) {
		String digest = step.deliveredDigest();
		if (digest == null) {
			throw new IllegalStateException("nothing was delivered to " + step.replicaName());
		}
		return digest;
	}

	private void write(String action, Step step, Tone tone, Message text) {
		this.journal.write(Actor.SYSTEM, action, step, tone, text);
	}

	private Instant now() {
		return this.clock.instant();
	}

	static String seconds(Duration took) {
		return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
	}

	private static String brief(String digest) {
		return digest.substring(0, Math.min(12, digest.length()));
	}

}
