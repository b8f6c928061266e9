package io.firekeeper.rollouts;

import java.time.Instant;

import io.firekeeper.delivery.ReadBack;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Brings a replica back to the bundle that was proven on it before, or to what its
 * operator ran there when nothing was: again and again while the process may be
 * restarting.
 */
@Component
class StepRollback {

	private static final Logger logger = LoggerFactory.getLogger(StepRollback.class);

	private final RollbackTransitions transitions;

	private final DeliveryOrders orders;

	private final Replicas replicas;

	private final WayBack wayBack;

	private final Patience patience;

	StepRollback(RollbackTransitions transitions, DeliveryOrders orders, Replicas replicas, WayBack wayBack,
			Patience patience) {
		this.transitions = transitions;
		this.orders = orders;
		this.replicas = replicas;
		this.wayBack = wayBack;
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
		Destination destination = destination(step, delivered.replica());
		if (untouched(step, delivered)) {
			this.transitions.unchanged(lease, step.id());
		}
		else if (destination == null) {
			this.transitions.mixed(lease, step.id(),
					Message.of("rollouts.failure.nothing-proven-before", "r" + delivered.revision()));
		}
		else {
			bringBack(lease, step, destination);
		}
	}

	private @Nullable Destination destination(Step step, Replica replica) {
		Previous previous = step.previous();
		if (previous != null) {
			return new Destination.Proven(this.orders.back(step, previous));
		}
		Origin origin = step.origin();
		return (origin != null) ? new Destination.Before(replica, origin) : null;
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

	private void bringBack(Lease lease, Step step, Destination destination) {
		Instant deadline = this.patience.in(this.patience.pace().rollbackPatience());
		while (true) {
			switch (this.wayBack.attempt(lease, destination)) {
				case WayBack.Attempt.Proven proven -> {
					arrived(lease, step, destination, proven);
					return;
				}
				case WayBack.Attempt.NotYet notYet -> {
					if (notYet.hopeless() || this.patience.endedBy(deadline)) {
						this.transitions.mixed(lease, step.id(), notYet.why());
						return;
					}
				}
			}
			this.patience.pause();
		}
	}

	private void arrived(Lease lease, Step step, Destination destination, WayBack.Attempt.Proven proven) {
		switch (destination) {
			case Destination.Proven(DeliveryOrder order) ->
				this.transitions.rolledBack(lease, step.id(), order, proven.delivered(), proven.proof());
			case Destination.Before(Replica replica, Origin origin) ->
				this.transitions.rolledBack(lease, step.id(), origin, proven.proof());
		}
	}

}
