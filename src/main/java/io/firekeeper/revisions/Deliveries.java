package io.firekeeper.revisions;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.policies.Policies;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Moves heads and current policy versions when a revision begins and when it is taken
 * back.
 */
@Component
class Deliveries {

	private final StoredRevisions revisions;

	private final Heads heads;

	private final Snapshots snapshots;

	private final Policies policies;

	private final Bases bases;

	private final Approvals approvals;

	private final ChangeJournal journal;

	Deliveries(StoredRevisions revisions, Heads heads, Snapshots snapshots, Policies policies, Bases bases,
			Approvals approvals, ChangeJournal journal) {
		this.revisions = revisions;
		this.heads = heads;
		this.snapshots = snapshots;
		this.policies = policies;
		this.bases = bases;
		this.approvals = approvals;
		this.journal = journal;
	}

	void begin(long number, Actor actor, String breakGlassReason) {
		Revision revision = locked(number);
		RevisionState before = revision.state();
		boolean breaksGlass = before != RevisionState.APPROVED && !breakGlassReason.isEmpty();
		requireRight(revision, actor, breaksGlass ? Permission.BREAK_GLASS : Permission.ROLLOUT_OPERATE);
		if (before == RevisionState.APPROVED) {
			this.approvals.requireStillValid(revision);
		}
		this.heads.lock(revision.clusters()).values().forEach(this::requireSettled);
		this.bases.requireHolds(revision);
		requireNoOtherDelivery(revision);
		moveForward(revision);
		begin(revision, breaksGlass ? breakGlassReason : null);
		this.journal.changed(revision, actor, breaksGlass ? "revisions.glass-broken" : "revisions.revision-begun",
				before, breaksGlass ? breakGlassReason : null);
	}

	private static void requireRight(Revision revision, Actor actor, Permission permission) {
		revision.teams().forEach((team) -> actor.require(permission, team));
	}

	private void requireSettled(long head) {
		this.revisions.findByNumber(head).ifPresent(Revision::requireSettled);
	}

	private void requireNoOtherDelivery(Revision revision) {
		this.revisions.findByStateInOrderByNumberDesc(List.of(RevisionState.ROLLING_OUT), Limit.unlimited())
			.stream()
			.filter((other) -> !Collections.disjoint(other.numbers().keySet(), revision.numbers().keySet()))
			.forEach(Revision::requireSettled);
	}

	private void moveForward(Revision revision) {
		move(revision.baseNumbers(), revision.numbers(), revision);
		this.snapshots.keep(revision.number(), this.policies.currentNumbers());
		revision.clusters().forEach((cluster) -> this.heads.move(cluster, revision.number()));
	}

	private void begin(Revision revision, @Nullable String breakGlassReason) {
		long beginNumber = this.revisions.nextBeginNumber();
		if (breakGlassReason != null) {
			revision.breakGlass(beginNumber, breakGlassReason);
		}
		else {
			revision.begin(beginNumber);
		}
		this.revisions.saveAndFlush(revision);
	}

	private void move(Map<UUID, Integer> expected, Map<UUID, Integer> wanted, Revision revision) {
		Map<UUID, Integer> found = this.policies.makeCurrent(wanted);
		boolean holds = expected.entrySet()
			.stream()
			.allMatch((entry) -> entry.getValue().equals(found.getOrDefault(entry.getKey(), 0)));
		if (!holds) {
			throw Fault.conflict("revisions.base-moved", revision.name());
		}
	}

	void proven(long number) {
		Revision revision = locked(number);
		RevisionState before = revision.state();
		revision.proven();
		this.journal.changed(revision, Actor.SYSTEM, "revisions.revision-proven", before, null);
	}

	void rolledBack(long number, String reason) {
		Revision revision = locked(number);
		RevisionState before = revision.state();
		revision.rolledBack(reason);
		this.heads.lock(revision.clusters());
		revision.clusters().forEach((cluster) -> this.heads.moveBack(cluster, number));
		move(revision.numbers(), revision.baseNumbers(), revision);
		this.revisions.saveAndFlush(revision);
		this.journal.changed(revision, Actor.SYSTEM, "revisions.revision-rolled-back", before, reason);
	}

	private Revision locked(long number) {
		return this.revisions.lock(number)
			.orElseThrow(() -> Fault.notFound("revisions.revision-unknown", "r" + number));
	}

}
