package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes revisions that lead back to an earlier one: the policies that reach its clusters
 * get the versions they had when it began. That needs no new approval, since every
 * replica gets files that were proven on it.
 */
@Component
class Returns {

	private final StoredRevisions revisions;

	private final Snapshots snapshots;

	private final Policies policies;

	private final Fleet fleet;

	private final Effects effects;

	private final ObjectProvider<ProvenBefore> proofs;

	private final Freezer freezer;

	private final ChangeJournal journal;

	Returns(StoredRevisions revisions, Snapshots snapshots, Policies policies, Fleet fleet, Effects effects,
			ObjectProvider<ProvenBefore> proofs, Freezer freezer, ChangeJournal journal) {
		this.revisions = revisions;
		this.snapshots = snapshots;
		this.policies = policies;
		this.fleet = fleet;
		this.effects = effects;
		this.proofs = proofs;
		this.freezer = freezer;
		this.journal = journal;
	}

	RevisionSummary returnTo(long number, Actor actor, String reason) {
		if (reason.isEmpty()) {
			throw Fault.invalid("revisions.reason-required");
		}
		Revision target = this.revisions.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("revisions.revision-unknown", "r" + number));
		target.requireProven();
		List<Move> moves = moves(target);
		Set<String> teams = new TreeSet<>();
		moves.forEach((move) -> teams.addAll(move.teams()));
		teams.forEach((team) -> actor.require(Permission.ROLLOUT_OPERATE, team));
		Effect effect = effect(target, moves);
		return freeze(target, moves, teams, effect, actor, reason);
	}

	private Effect effect(Revision target, List<Move> moves) {
		Map<String, @Nullable String> texts = new TreeMap<>();
		moves.forEach((move) -> texts.put(move.step().policy(), move.text()));
		Effect effect = this.effects.of(texts);
		if (effect.replicas().isEmpty()) {
			throw Fault.conflict("revisions.nothing-would-change");
		}
		if (!effect.blocking().isEmpty()) {
			throw Fault.conflict("revisions.return-blocked", target.name());
		}
		effect.replicas().forEach(this::requireProven);
		return effect;
	}

	private void requireProven(ReplicaEffect effect) {
		boolean proven = this.proofs.stream()
			.anyMatch((proof) -> proof.wasProven(effect.replica().id(), effect.after().digest()));
		if (!proven) {
			throw Fault.conflict("revisions.never-proven", effect.replica().name());
		}
	}

	private RevisionSummary freeze(Revision target, List<Move> moves, Set<String> teams, Effect effect, Actor actor,
			String reason) {
		Revision.Contents contents = new Revision.Contents(effect.digest(), effect.stamp(), teams, effect.clusters(),
				moves.stream().map(Move::step).toList());
		Revision revision = Revision.returning(this.revisions.nextNumber(), target, actor, contents, reason,
				this.journal.now());
		this.freezer.freeze(revision, effect);
		this.journal.changed(revision, actor, "revisions.return-made", null, reason);
		return revision.summary();
	}

	private List<Move> moves(Revision target) {
		Map<UUID, Integer> then = this.snapshots.of(target.number());
		Map<UUID, Integer> now = this.policies.currentNumbers();
		Set<UUID> all = new HashSet<>(then.keySet());
		all.addAll(now.keySet());
		List<Cluster> clusters = this.fleet.clusters()
			.stream()
			.filter((cluster) -> target.clusters().contains(cluster.id()))
			.toList();
		List<Move> moves = new ArrayList<>();
		for (UUID policyId : all) {
			int from = now.getOrDefault(policyId, 0);
			int to = then.getOrDefault(policyId, 0);
			if (from != to) {
				Move move = move(policyId, from, to);
				if (reaches(move, clusters)) {
					moves.add(move);
				}
			}
		}
		return moves;
	}

	private Move move(UUID policyId, int from, int to) {
		Map<Integer, PolicyVersion> versions = new HashMap<>();
		Stream.of(from, to)
			.filter((number) -> number > 0)
			.forEach((number) -> versions.put(number, this.policies.version(policyId, number).orElseThrow()));
		return new Move(policyId, from, to, versions);
	}

	private boolean reaches(Move move, List<Cluster> clusters) {
		return move.versions()
			.values()
			.stream()
			.map(PolicyVersion::text)
			.flatMap(Stream::ofNullable)
			.map((text) -> this.policies.read(text, TargetVersion.NEWEST).document())
			.flatMap(Stream::ofNullable)
			.map(PolicyDocument::clusters)
			.anyMatch((selector) -> clusters.stream().anyMatch(selector::matches));
	}

	/**
	 * A policy that goes from one version to another.
	 */
	private record Move(UUID policyId, int from, int to, Map<Integer, PolicyVersion> versions) {

		PolicyStep step() {
			return new PolicyStep(this.policyId, this.versions.values().iterator().next().name(), this.from, this.to);
		}

		@Nullable String text() {
			PolicyVersion version = this.versions.get(this.to);
			return (version != null) ? version.text() : null;
		}

		Set<String> teams() {
			Set<String> teams = new TreeSet<>();
			this.versions.values().forEach((version) -> teams.add(version.team()));
			return teams;
		}

	}

}
