package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.Observation;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes a step forward: push, reload, prove. From whichever state it is in: a step that
 * was interrupted goes on from what the replica says of itself.
 */
@Component
class StepRun {

	private final StepTransitions transitions;

	private final DeliveryOrders orders;

	private final Replicas replicas;

	private final Patience patience;

	StepRun(StepTransitions transitions, DeliveryOrders orders, Replicas replicas, Patience patience) {
		this.transitions = transitions;
		this.orders = orders;
		this.replicas = replicas;
		this.patience = patience;
	}

	void run(Lease lease, Step step) {
		try {
			if (step.state() != StepState.QUEUED) {
				goOn(lease, step);
				return;
			}
			if (step.needsOrigin()) {
				this.transitions.keepOrigin(lease, step.id(),
						this.replicas.origin(this.orders.forward(step).replica()));
			}
			if (this.transitions.deliver(lease, step.id())) {
				push(lease, step.id(), this.orders.forward(step));
			}
		}
		catch (RuntimeException ex) {
			this.transitions.failed(lease, step.id(), Unexpected.words(step, ex));
		}
	}

	private void goOn(Lease lease, Step step) {
		DeliveryOrder order = this.orders.forward(step);
		switch (step.state()) {
			case DELIVERING -> push(lease, step.id(), order);
			case RELOADING -> goOnReloading(lease, step, order);
			case VERIFYING -> prove(lease, step.id(), order, Sent.of(step), step.reloadTook());
			default -> throw new IllegalStateException(step.replicaName() + " is " + step.state());
		}
	}

	private void push(Lease lease, UUID stepId, DeliveryOrder order) {
		lease.requireHeld();
		switch (this.replicas.push(order, lease.epoch())) {
			case PushOutcome.Pushed pushed -> {
				Sent sent = new Sent(pushed.deliveredDigest(), this.replicas.mark(order.replica()));
				if (this.transitions.delivered(lease, stepId, sent.digest(), sent.mark())) {
					reload(lease, stepId, order, sent);
				}
			}
			case PushOutcome refused -> this.transitions.failed(lease, stepId, Refusals.of(refused));
		}
	}

	private void goOnReloading(Lease lease, Step step, DeliveryOrder order) {
		Sent sent = Sent.of(step);
		boolean inPlace = this.replicas.readBack(order.replica()) instanceof ReadBack.Found found
				&& found.deliveredDigest().equals(sent.digest());
		if (!inPlace) {
			if (this.transitions.deliverAgain(lease, step.id())) {
				push(lease, step.id(), order);
			}
		}
		else if (counted(sent.mark(), this.replicas.mark(order.replica()))) {
			if (this.transitions.reloaded(lease, step.id(), null)) {
				prove(lease, step.id(), order, sent, null);
			}
		}
		else {
			reload(lease, step.id(), order, sent);
		}
	}

	private static boolean counted(ReloadMark before, ReloadMark now) {
		return now.successTimestamp() > before.successTimestamp() && now.processStart() == before.processStart();
	}

	private void reload(Lease lease, UUID stepId, DeliveryOrder order, Sent sent) {
		lease.requireHeld();
		switch (this.replicas.reload(order.replica())) {
			case ReloadOutcome.Accepted accepted -> {
				if (this.transitions.reloaded(lease, stepId, accepted.took())) {
					prove(lease, stepId, order, sent, accepted.took());
				}
			}
			case ReloadOutcome refused -> this.transitions.failed(lease, stepId, Refusals.of(refused));
		}
	}

	private void prove(Lease lease, UUID stepId, DeliveryOrder order, Sent sent, @Nullable Duration took) {
		ReloadOutcome outcome = new ReloadOutcome.Accepted((took != null) ? took : Duration.ZERO);
		Instant deadline = this.patience.in(this.patience.pace().proofPatience());
		while (true) {
			Proof proof = this.replicas.prove(order, sent.digest(), outcome, sent.mark());
			if (proof.holds()) {
				this.transitions.proven(lease, stepId, proof);
				return;
			}
			if (!this.transitions.observed(lease, stepId, proof)) {
				return;
			}
			if (this.patience.endedBy(deadline)) {
				this.transitions.failed(lease, stepId, firstObjection(proof));
				return;
			}
			this.patience.pause();
		}
	}

	static Message firstObjection(Proof proof) {
		return proof.observations()
			.stream()
			.filter((observation) -> observation.outcome() != Observation.Outcome.AGREES)
			.findFirst()
			.map(Observation::message)
			.orElseGet(() -> Message.of("rollouts.failure.nothing-observed"));
	}

	/**
	 * What was sent, and what the replica counted before its reload.
	 *
	 * @param digest the HMAC of the delivered bytes
	 * @param mark the counters
	 */
	private record Sent(String digest, ReloadMark mark) {

		static Sent of(Step step) {
			return new Sent(Objects.requireNonNull(step.deliveredDigest()), Objects.requireNonNull(step.mark()));
		}

	}

}
