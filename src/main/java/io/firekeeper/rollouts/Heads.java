package io.firekeeper.rollouts;

/**
 * What clusters should run, as a driver settles it at the end of a rollout, in its
 * transaction.
 */
interface Heads {

	/** The revision is proven and stays. */
	void proven(long revision);

	/** The revision was taken back; the heads move back to what was before. */
	void rolledBack(long revision, String reason);

}
