package io.firekeeper.rollouts;

/**
 * What a rollout is for.
 */
enum RolloutKind {

	/** Delivers an approved revision. */
	DELIVER,

	/** Brings one replica that is new or came back to its cluster's head. */
	CATCH_UP,

	/** Returns to a revision that was proven before. */
	RETURN

}
