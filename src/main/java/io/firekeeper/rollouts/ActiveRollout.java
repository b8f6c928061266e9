package io.firekeeper.rollouts;

import java.util.UUID;

/**
 * A rollout that has not ended, on one of its clusters.
 *
 * @param number its number
 * @param revision the revision it delivers
 * @param clusterId the cluster it holds
 * @param progress what it does
 */
public record ActiveRollout(long number, long revision, UUID clusterId, Progress progress) {

	/** What a rollout that has not ended does. */
	public enum Progress {

		ROLLING_OUT, PAUSED, ROLLING_BACK

	}

}
