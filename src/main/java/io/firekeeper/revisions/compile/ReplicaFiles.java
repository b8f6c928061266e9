package io.firekeeper.revisions.compile;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Replica;

/**
 * What a replica should get.
 *
 * @param replica the replica
 * @param bundle its files, with secret references
 */
public record ReplicaFiles(Replica replica, Bundle bundle) {
}
