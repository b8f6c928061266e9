package io.firekeeper.rollouts;

import java.time.Clock;
import java.util.UUID;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.Proof;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transitions of a step on its way back, each one short transaction with its audit
 * row.
 */
@Component
class RollbackTransitions {

	private final DrivenRollouts rollouts;

	private final Replicas replicas;

	private final Journal journal;

	private final Clock clock;

	RollbackTransitions(DrivenRollouts rollouts, Replicas replicas, Journal journal, Clock clock) {
		this.rollouts = rollouts;
		this.replicas = replicas;
		this.journal = journal;
		this.clock = clock;
	}

	/** The replica is about to be brought back; once more after an interruption. */
	@Transactional
	void begin(Lease lease, UUID stepId) {
		Step step = this.rollouts.lock(lease).step(stepId);
		if (step.state() != StepState.ROLLING_BACK) {
			step.rollBack(this.clock.instant());
		}
		write("rollback.intended", step, Tone.WARN, intention(step));
	}

	private static Message intention(Step step) {
		Previous previous = step.previous();
		if (previous != null) {
			return Message.of("rollouts.event.rolling-back", "r" + previous.revision());
		}
		Origin origin = step.origin();
		return (origin != null) ? Message.of("rollouts.event.rolling-back-origin", origin.directory())
				: Message.of("rollouts.event.rolling-back-nothing");
	}

	/**
	 * What was proven before is proven again, and stays what the replica goes back to.
	 */
	@Transactional
	void rolledBack(Lease lease, UUID stepId, DeliveryOrder order, String delivered, Proof proof) {
		Step step = this.rollouts.lock(lease).step(stepId);
		step.rolledBack(proof, this.clock.instant());
		this.replicas.keepProven(order, delivered, proof);
		write("step-rolled-back", step, Tone.OK, Message.of("rollouts.event.rolled-back", "r" + order.revision()));
	}

	/** What ran before Firekeeper runs again. Nothing of it counts as proven. */
	@Transactional
	void rolledBack(Lease lease, UUID stepId, Origin origin, Proof proof) {
		Step step = this.rollouts.lock(lease).step(stepId);
		step.rolledBack(proof, this.clock.instant());
		write("step-rolled-back", step, Tone.OK, Message.of("rollouts.event.rolled-back-origin", origin.directory()));
	}

	/** Nothing had been changed there. */
	@Transactional
	void unchanged(Lease lease, UUID stepId) {
		Step step = this.rollouts.lock(lease).step(stepId);
		step.unchanged(this.clock.instant());
		write("step-rolled-back", step, Tone.OK, Message.of("rollouts.event.unchanged"));
	}

	/** It could not be brought back; a person has to look. */
	@Transactional
	void mixed(Lease lease, UUID stepId, Message why) {
		Step step = this.rollouts.lock(lease).step(stepId);
		step.mixed(why, this.clock.instant());
		write("step-mixed", step, Tone.CRIT, why);
	}

	private void write(String action, Step step, Tone tone, Message text) {
		this.journal.write(Actor.SYSTEM, action, step, tone, text);
	}

}
