package io.firekeeper.rollouts;

import java.time.Duration;

/**
 * How long a driver waits for what.
 *
 * @param poll between two looks at the same thing
 * @param leaseLifetime how long a lease lasts unless renewed
 * @param proofPatience how long observations may take to agree after a reload
 * @param rollbackPatience how long a replica may take to come back during a rollback;
 * longer than two reloads may take
 * @param gatePatience how long a gate may take to pass after the soak, at least
 */
record Pace(Duration poll, Duration leaseLifetime, Duration proofPatience, Duration rollbackPatience,
		Duration gatePatience) {

	static final Pace DEFAULT = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(20),
			Duration.ofMinutes(6), Duration.ofSeconds(30));

}
