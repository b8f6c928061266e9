package io.firekeeper.rollouts;

import java.util.UUID;

import io.firekeeper.fleet.ClusterHolds;

import org.springframework.stereotype.Component;

/**
 * A cluster's replicas stay as they are until the rollout on it has ended: it delivers to
 * the places it was planned with, and goes back there.
 */
@Component
class RolloutHolds implements ClusterHolds {

	private final ActiveRollouts rollouts;

	RolloutHolds(ActiveRollouts rollouts) {
		this.rollouts = rollouts;
	}

	@Override
	public boolean isHeld(UUID clusterId) {
		return this.rollouts.all().stream().anyMatch((rollout) -> rollout.clusterId().equals(clusterId));
	}

}
