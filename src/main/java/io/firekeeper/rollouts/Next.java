package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.List;

/**
 * What a driver does next with a rollout.
 */
sealed interface Next {

	/** Read the figures before a wave. */
	record BeginWave(Wave wave) implements Next {
	}

	/** Take steps, or go on with steps that were interrupted. */
	record TakeSteps(List<Step> steps) implements Next {
	}

	/** Every step of the wave is settled. */
	record Soak(Wave wave) implements Next {
	}

	/** Watch. */
	record Wait(Instant until) implements Next {
	}

	/** Read the gate of a wave. */
	record Judge(Wave wave) implements Next {
	}

	/** Bring replicas back. */
	record RollBack(List<Step> steps) implements Next {
	}

	/** Every wave passed. */
	record Succeed() implements Next {
	}

	/** Nothing is left to bring back. */
	record EndRollback() implements Next {
	}

	/** Nothing to do until a person acts. */
	record Rest() implements Next {
	}

}
