package io.firekeeper.revisions;

import java.util.UUID;

import io.firekeeper.configuration.Digest;

/**
 * What a revision does to a replica, by the digests of the files before and after.
 *
 * @param replicaId the replica
 * @param replica its name
 * @param clusterId its cluster
 * @param cluster the cluster's name
 * @param before the files it should run before
 * @param after the files it gets
 */
record FrozenReplica(UUID replicaId, String replica, UUID clusterId, String cluster, Digest before, Digest after) {
}
