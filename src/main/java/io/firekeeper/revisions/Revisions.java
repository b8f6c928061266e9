package io.firekeeper.revisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Actor;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Revisions, for those who deliver them.
 */
@Service
public class Revisions {

	private final StoredRevisions stored;

	private final Heads heads;

	private final FrozenBundles frozen;

	private final Deliveries deliveries;

	private final Verification verification;

	private final Returns returns;

	private final HeadBundles headBundles;

	private final Fleet fleet;

	Revisions(StoredRevisions stored, Heads heads, FrozenBundles frozen, Deliveries deliveries,
			Verification verification, Returns returns, HeadBundles headBundles, Fleet fleet) {
		this.stored = stored;
		this.heads = heads;
		this.frozen = frozen;
		this.deliveries = deliveries;
		this.verification = verification;
		this.returns = returns;
		this.headBundles = headBundles;
		this.fleet = fleet;
	}

	@Transactional(readOnly = true)
	public Optional<RevisionSummary> find(long number) {
		return this.stored.findByNumber(number).map(Revision::summary);
	}

	/** All revisions in these states, newest first. */
	@Transactional(readOnly = true)
	public List<RevisionSummary> inStates(List<RevisionState> states, int limit) {
		return this.stored.findByStateInOrderByNumberDesc(states, Limit.of(limit))
			.stream()
			.map(Revision::summary)
			.toList();
	}

	/** The revision a cluster should run; empty before its first rollout. */
	@Transactional(readOnly = true)
	public Optional<RevisionSummary> headOf(UUID clusterId) {
		return this.heads.of(clusterId).flatMap(this::find);
	}

	/** The frozen files of a revision, by replica name. */
	@Transactional(readOnly = true)
	public List<ReplicaBundle> bundles(long number) {
		return this.frozen.replicas(number).stream().map(this::bundle).toList();
	}

	private ReplicaBundle bundle(FrozenReplica replica) {
		return new ReplicaBundle(replica.replicaId(), replica.replica(), replica.clusterId(),
				this.frozen.bundle(replica.after()));
	}

	/**
	 * Renders a revision that began anew from what is stored now and compares with what
	 * was approved. Called before the first byte is delivered.
	 * @throws Fault CONFLICT when the base moved or a digest differs
	 */
	@Transactional(readOnly = true)
	public List<ReplicaBundle> verifiedBundles(long number) {
		return this.verification.bundles(number);
	}

	/**
	 * Begins delivery: the revision must be approved (or the actor must break the glass
	 * with a reason) and its base must hold. Moves the heads of its clusters and the
	 * current versions of its policies.
	 * @param breakGlassReason empty for a revision that is approved
	 * @throws Fault CONFLICT with the reason, FORBIDDEN without the permission for one of
	 * its teams
	 */
	@Transactional
	public void begin(long number, Actor actor, String breakGlassReason) {
		this.deliveries.begin(number, actor, breakGlassReason.strip());
	}

	/** Every replica was proven. */
	@Transactional
	public void proven(long number) {
		this.deliveries.proven(number);
	}

	/**
	 * It was taken back: heads and current policy versions move back to what was before.
	 */
	@Transactional
	public void rolledBack(long number, String reason) {
		this.deliveries.rolledBack(number, reason);
	}

	/**
	 * Makes an approved revision that returns to what an earlier proven one rendered.
	 * @param read the digest of that earlier one, as it was read
	 * @throws Fault CONFLICT when a replica would get files that were never proven on it
	 */
	@Transactional
	public RevisionSummary returnTo(long number, Digest read, Actor actor, String reason) {
		return this.returns.returnTo(number, read, actor, reason.strip());
	}

	/**
	 * What a replica should run by its cluster's head, for one that is new or comes back.
	 */
	@Transactional(readOnly = true)
	public Optional<ReplicaBundle> headBundle(UUID replicaId) {
		return this.fleet.replica(replicaId).flatMap(this::headBundle);
	}

	private Optional<ReplicaBundle> headBundle(Replica replica) {
		Optional<Bundle> bundle = Optional.ofNullable(this.headBundles.of(List.of(replica)).get(replica.id()));
		return bundle.map((files) -> new ReplicaBundle(replica.id(), replica.name(), replica.clusterId(), files));
	}

}
