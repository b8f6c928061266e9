package io.firekeeper.rollouts;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Replica;

/**
 * What goes where.
 *
 * @param replica where
 * @param bundle the files, with secret references
 * @param revision the revision they belong to
 */
record DeliveryOrder(Replica replica, Bundle bundle, long revision) {
}
