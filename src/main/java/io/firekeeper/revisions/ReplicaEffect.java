package io.firekeeper.revisions;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;

/**
 * What edits do to one replica.
 *
 * @param replica the replica
 * @param cluster its cluster
 * @param before the files it should run before; none for a replica that was never
 * delivered to
 * @param after the files it gets
 */
record ReplicaEffect(Replica replica, Cluster cluster, Bundle before, Bundle after) {
}
