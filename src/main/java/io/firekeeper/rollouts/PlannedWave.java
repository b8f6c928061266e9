package io.firekeeper.rollouts;

import java.util.List;

/**
 * Replicas that are changed together.
 *
 * @param kind what the wave is
 * @param steps its replicas, by name
 */
record PlannedWave(WaveKind kind, List<PlannedStep> steps) {

	PlannedWave {
		steps = List.copyOf(steps);
	}

}
