package io.firekeeper.rollouts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rollouts as their driver reads and writes them.
 */
@Component
class DrivenRollouts {

	private final Rollouts rollouts;

	private final Leases leases;

	DrivenRollouts(Rollouts rollouts, Leases leases) {
		this.rollouts = rollouts;
		this.leases = leases;
	}

	/** The rollout as it is now, whole and detached. */
	@Transactional(readOnly = true)
	Rollout read(Lease lease) {
		Rollout rollout = this.rollouts.findById(lease.rolloutId()).orElseThrow();
		rollout.steps();
		return rollout;
	}

	/**
	 * The rollout, locked until the transaction ends.
	 * @throws LeaseLost when another console drives it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Rollout lock(Lease lease) {
		Rollout rollout = this.rollouts.lock(lease.rolloutId()).orElseThrow();
		this.leases.require(lease);
		return rollout;
	}

}
