package io.firekeeper.rollouts;

/**
 * Another console drives the rollout now, or may.
 */
final class LeaseLost extends Abandoned {

	private static final long serialVersionUID = 1L;

	LeaseLost(Lease lease) {
		super("the lease with epoch " + lease.epoch() + " on rollout " + lease.rolloutId() + " is lost");
	}

}
