package io.firekeeper.rollouts;

import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.Origin;

/**
 * What a replica is brought back to.
 */
sealed interface Destination {

	Replica replica();

	/** A bundle that was proven there. */
	record Proven(DeliveryOrder order) implements Destination {

		@Override
		public Replica replica() {
			return this.order.replica();
		}

	}

	/** What its operator ran there before anything was ever proven. */
	record Before(Replica replica, Origin origin) implements Destination {
	}

}
