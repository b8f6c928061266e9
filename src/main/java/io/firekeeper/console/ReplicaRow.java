package io.firekeeper.console;

import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.ReplicaStatus;

/**
 * A replica with what was last seen of it.
 *
 * @param replica the replica
 * @param status what was last seen
 * @param health its health in words
 * @param config its configuration in words
 */
record ReplicaRow(Replica replica, ReplicaStatus status, Fact health, Fact config) {
}
