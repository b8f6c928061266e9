package io.firekeeper.rollouts;

import java.util.UUID;

/**
 * A replica that a rollout delivers to.
 *
 * @param replicaId the replica
 * @param replicaName its name
 * @param clusterId its cluster
 * @param clusterName its cluster's name
 */
record PlannedStep(UUID replicaId, String replicaName, UUID clusterId, String clusterName) {
}
