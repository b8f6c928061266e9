package io.firekeeper.rollouts;

import java.util.Objects;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the rollout of a replica that catches up by itself. Several consoles may see the
 * same one; holding its cluster lets one of them do it, and the others see that it was
 * done.
 */
@Service
class CatchUpStart {

	private final RolloutStart start;

	private final LatestSteps latestSteps;

	CatchUpStart(RolloutStart start, LatestSteps latestSteps) {
		this.start = start;
		this.latestSteps = latestSteps;
	}

	/**
	 * Starts it.
	 * @return the number of the rollout
	 * @throws Fault CONFLICT when a rollout holds its cluster, or something was done with
	 * it since it was found
	 */
	@Transactional
	long start(Straggler straggler) {
		UUID replicaId = straggler.replica().id();
		long number = this.start.catchUp(straggler.replica().name(), straggler.head(), Actor.SYSTEM,
				straggler.sentence());
		@Nullable LatestStep now = this.latestSteps.before(replicaId, number).orElse(null);
		if (!Objects.equals(now, straggler.latest())) {
			throw Fault.conflict("rollouts.changed-meanwhile", straggler.replica().name());
		}
		return number;
	}

}
