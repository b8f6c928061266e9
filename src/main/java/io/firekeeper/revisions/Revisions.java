package io.firekeeper.revisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.identity.Actor;

/**
 * Revisions, for those who deliver them.
 */
public interface Revisions {

	Optional<RevisionSummary> find(long number);

	/** All revisions in these states, newest first. */
	List<RevisionSummary> inStates(List<RevisionState> states, int limit);

	/** The revision a cluster should run; empty before its first rollout. */
	Optional<RevisionSummary> headOf(UUID clusterId);

	/** The frozen files of a revision, by replica name. */
	List<ReplicaBundle> bundles(long number);

	/**
	 * Renders a revision anew from what is stored now and compares with what was
	 * approved. Called before the first byte is delivered.
	 * @throws io.firekeeper.faults.Fault CONFLICT when the base moved or the digest
	 * differs
	 */
	List<ReplicaBundle> verifiedBundles(long number);

	/**
	 * Begins delivery: the revision must be approved (or the actor must break the glass
	 * with a reason) and its base must hold. Moves the heads of its clusters and the
	 * current versions of its policies.
	 * @throws io.firekeeper.faults.Fault CONFLICT with the reason
	 */
	void begin(long number, Actor actor, String breakGlassReason);

	/** Every replica was proven. */
	void proven(long number);

	/**
	 * It was taken back: heads and current policy versions move back to what was before.
	 */
	void rolledBack(long number, String reason);

	/**
	 * Makes an approved revision that returns to what an earlier proven one rendered.
	 * @throws io.firekeeper.faults.Fault CONFLICT when a replica would get files that
	 * were never proven on it
	 */
	RevisionSummary returnTo(long number, Actor actor, String reason);

	/**
	 * What a replica should run by its cluster's head, for one that is new or comes back.
	 */
	Optional<ReplicaBundle> headBundle(UUID replicaId);

}
