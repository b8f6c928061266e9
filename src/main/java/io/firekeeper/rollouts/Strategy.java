package io.firekeeper.rollouts;

/**
 * How replicas are divided into waves.
 */
enum Strategy {

	/** One replica of each pair first, then the rest. */
	CANARY,

	/** Waves by share, never all replicas of a cluster at once. */
	ROLLING,

	/** One wave. */
	ALL_AT_ONCE

}
