package io.firekeeper.revisions;

import java.util.UUID;

import io.firekeeper.configuration.Bundle;

/**
 * The files that a replica gets by a revision.
 *
 * @param replicaId the replica
 * @param replicaName its name
 * @param clusterId its cluster
 * @param bundle the files, with secret references
 */
public record ReplicaBundle(UUID replicaId, String replicaName, UUID clusterId, Bundle bundle) {
}
