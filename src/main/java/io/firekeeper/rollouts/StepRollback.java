package io.firekeeper.rollouts;

import java.time.Instant;

import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Brings a replica back to the bundle that was proven on it before: push, reload, prove,
 * again and again while the process may be restarting.
 */
@Component
class StepRollback {

	private static final Logger logger = LoggerFactory.getLogger(StepRollback.class);

	private final RollbackTransitions transitions;

	private final DeliveryOrders orders;

	private final Replicas replicas;

	private final Patience patience;

	StepRollback(RollbackTransitions transitions, DeliveryOrders orders, Replicas replicas, Patience patience) {
		this.transitions = transitions;
		this.orders = orders;
		this.replicas = replicas;
		this.patience = patience;
	}

	void run(Lease lease, Step step) {
		this.transitions.begin(lease, step.id());
		try {
			lease.requireHeld();
			bringBack(lease, step);
		}
		catch (RuntimeException ex) {
			this.transitions.mixed(lease, step.id(), Unexpected.words(step, ex));
		}
	}

	private void bringBack(Lease lease, Step step) {
		DeliveryOrder delivered = this.orders.forward(step);
		Previous previous = step.previous();
		if (untouched(step, delivered)) {
			this.transitions.unchanged(lease, step.id());
		}
		else if (previous == null) {
			this.transitions.mixed(lease, step.id(),
					Message.of("rollouts.failure.nothing-proven-before", "r" + delivered.revision()));
		}
		else {
			bringBack(lease, step, this.orders.back(step, previous));
		}
	}

	/** Whether the target still holds what it held, and no reload was ever asked for. */
	private boolean untouched(Step step, DeliveryOrder delivered) {
		if (step.reloadAsked()) {
			return false;
		}
		Previous previous = step.previous();
		return switch (this.replicas.readBack(delivered.replica())) {
			case ReadBack.Nothing nothing -> previous == null;
			case ReadBack.Failed failed -> false;
			case ReadBack.Found found -> (previous != null) ? found.deliveredDigest().equals(previous.delivered())
					: !isDelivered(found, delivered);
		};
	}

	private boolean isDelivered(ReadBack.Found found, DeliveryOrder delivered) {
		try {
			return found.deliveredDigest().equals(this.replicas.expectedDigest(delivered));
		}
		catch (Fault ex) {
			logger.info("{} refers to secrets that are gone, so it was not delivered", delivered.replica().name(), ex);
			return false;
		}
	}

	private void bringBack(Lease lease, Step step, DeliveryOrder order) {
		Instant deadline = this.patience.in(this.patience.pace().rollbackPatience());
		while (true) {
			switch (attempt(lease, order)) {
				case Attempt.Proven proven -> {
					this.transitions.rolledBack(lease, step.id(), order, proven.delivered(), proven.proof());
					return;
				}
				case Attempt.NotYet notYet -> {
					if (notYet.hopeless() || this.patience.endedBy(deadline)) {
						this.transitions.mixed(lease, step.id(), notYet.why());
						return;
					}
				}
			}
			this.patience.pause();
		}
	}

	private Attempt attempt(Lease lease, DeliveryOrder order) {
		lease.requireHeld();
		return switch (this.replicas.push(order, lease.epoch())) {
			case PushOutcome.Pushed pushed -> reload(lease, order, pushed.deliveredDigest());
			case PushOutcome.EpochRefused refused -> new Attempt.NotYet(Refusals.of(refused), true);
			case PushOutcome refused -> new Attempt.NotYet(Refusals.of(refused), false);
		};
	}

	private Attempt reload(Lease lease, DeliveryOrder order, String delivered) {
		ReloadMark mark = this.replicas.mark(order.replica());
		lease.requireHeld();
		ReloadOutcome outcome = this.replicas.reload(order.replica());
		return switch (outcome) {
			case ReloadOutcome.Accepted accepted -> prove(lease, order, delivered, accepted, mark);
			case ReloadOutcome.LifecycleOff off -> new Attempt.NotYet(Refusals.of(off), true);
			case ReloadOutcome refused -> new Attempt.NotYet(Refusals.of(refused), false);
		};
	}

	private Attempt prove(Lease lease, DeliveryOrder order, String delivered, ReloadOutcome outcome, ReloadMark mark) {
		Instant deadline = this.patience.in(this.patience.pace().proofPatience());
		while (true) {
			lease.requireHeld();
			Proof proof = this.replicas.prove(order, delivered, outcome, mark);
			if (proof.holds()) {
				return new Attempt.Proven(proof, delivered);
			}
			if (this.patience.endedBy(deadline)) {
				return new Attempt.NotYet(StepRun.firstObjection(proof), false);
			}
			this.patience.pause();
		}
	}

	/** What became of one attempt. */
	private sealed interface Attempt {

		/** Proven, with the HMAC of the delivered bytes. */
		record Proven(Proof proof, String delivered) implements Attempt {
		}

		/** Not this time; hopeless when waiting cannot help. */
		record NotYet(Message why, boolean hopeless) implements Attempt {
		}

	}

}
