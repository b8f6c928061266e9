package io.firekeeper.telemetry;

import java.time.Instant;
import java.util.List;

/**
 * The observations that show that a replica runs a bundle, or that it does not.
 *
 * @param observations all of them, in order
 * @param at when the last was made
 */
public record Proof(List<Observation> observations, Instant at) {

	public Proof {
		observations = List.copyOf(observations);
	}

	/** Whether every observation agrees. */
	public boolean holds() {
		return !this.observations.isEmpty() && this.observations.stream()
			.allMatch((observation) -> observation.outcome() == Observation.Outcome.AGREES);
	}

}
