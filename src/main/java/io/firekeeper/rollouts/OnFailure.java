package io.firekeeper.rollouts;

/**
 * What happens when a step or a gate fails.
 */
enum OnFailure {

	/** Every replica that was touched goes back by itself. */
	ROLL_BACK,

	/** The rollout waits for a person, who retries, skips or rolls back. */
	PAUSE

}
