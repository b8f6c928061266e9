package io.firekeeper.rollouts;

/**
 * What a wave is within its rollout.
 */
enum WaveKind {

	/** One replica of each pair. */
	CANARY,

	/** A share of each cluster. */
	SHARE,

	/** What the canary left. */
	REST,

	/** Everything. */
	ALL

}
