package io.firekeeper.rollouts;

import java.time.Instant;

import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;

import org.springframework.stereotype.Component;

/**
 * One attempt to bring a replica back: put the files in place, reload, prove.
 */
@Component
class WayBack {

	private final Replicas replicas;

	private final Patience patience;

	WayBack(Replicas replicas, Patience patience) {
		this.replicas = replicas;
		this.patience = patience;
	}

	Attempt attempt(Lease lease, Destination destination) {
		lease.requireHeld();
		return switch (place(lease, destination)) {
			case PushOutcome.Pushed pushed -> reload(lease, destination, pushed.deliveredDigest());
			case PushOutcome.EpochRefused refused -> new Attempt.NotYet(Refusals.of(refused), true);
			case PushOutcome refused -> new Attempt.NotYet(Refusals.of(refused), false);
		};
	}

	private PushOutcome place(Lease lease, Destination destination) {
		return switch (destination) {
			case Destination.Proven proven -> this.replicas.push(proven.order(), lease.epoch());
			case Destination.Before before -> this.replicas.restore(before.replica(), before.origin(), lease.epoch());
		};
	}

	private Attempt reload(Lease lease, Destination destination, String delivered) {
		ReloadMark mark = this.replicas.mark(destination.replica());
		lease.requireHeld();
		ReloadOutcome outcome = this.replicas.reload(destination.replica());
		return switch (outcome) {
			case ReloadOutcome.Accepted accepted -> prove(lease, destination, delivered, accepted, mark);
			case ReloadOutcome.LifecycleOff off -> new Attempt.NotYet(Refusals.of(off), true);
			case ReloadOutcome refused -> new Attempt.NotYet(Refusals.of(refused), false);
		};
	}

	private Attempt prove(Lease lease, Destination destination, String delivered, ReloadOutcome outcome,
			ReloadMark mark) {
		Instant deadline = this.patience.in(this.patience.pace().proofPatience());
		while (true) {
			lease.requireHeld();
			Proof proof = proof(destination, delivered, outcome, mark);
			if (proof.holds()) {
				return new Attempt.Proven(proof, delivered);
			}
			if (this.patience.endedBy(deadline)) {
				return new Attempt.NotYet(StepRun.firstObjection(proof), false);
			}
			this.patience.pause();
		}
	}

	private Proof proof(Destination destination, String delivered, ReloadOutcome outcome, ReloadMark mark) {
		return switch (destination) {
			case Destination.Proven proven -> this.replicas.prove(proven.order(), delivered, outcome, mark);
			case Destination.Before before -> this.replicas.prove(before.replica(), before.origin(), outcome, mark);
		};
	}

	/** What became of one attempt. */
	sealed interface Attempt {

		/** Proven, with the HMAC of the bytes in place. */
		record Proven(Proof proof, String delivered) implements Attempt {
		}

		/** Not this time; hopeless when waiting cannot help. */
		record NotYet(Message why, boolean hopeless) implements Attempt {
		}

	}

}
