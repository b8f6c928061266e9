package io.firekeeper.rollouts;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Replica;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What goes to the replica of a step, forward and back.
 */
@Component
class DeliveryOrders {

	private final Replicas replicas;

	private final BundleArchive bundles;

	DeliveryOrders(Replicas replicas, BundleArchive bundles) {
		this.replicas = replicas;
		this.bundles = bundles;
	}

	/**
	 * What the rollout brings.
	 * @throws IllegalStateException when the replica is gone, or the stored files are not
	 * those that were approved
	 */
	DeliveryOrder forward(Step step) {
		return new DeliveryOrder(replica(step), this.bundles.read(step.targetDigest()),
				step.wave().rollout().revision());
	}

	/** What was proven before. */
	DeliveryOrder back(Step step, Previous previous) {
		return new DeliveryOrder(replica(step), this.bundles.read(previous.digest()), previous.revision());
	}

	/** What the step changes in scrape jobs. */
	JobComparison compare(Step step) {
		return JobComparison.of(before(step), this.bundles.read(step.targetDigest()));
	}

	private @Nullable Bundle before(Step step) {
		Previous previous = step.previous();
		return (previous != null) ? this.bundles.read(previous.digest()) : null;
	}

	private Replica replica(Step step) {
		return this.replicas.find(step.replicaId())
			.orElseThrow(() -> new IllegalStateException(step.replicaName() + " is no longer registered"));
	}

}
