package io.firekeeper.revisions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
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

	private final PolicyMoves moves;

	private final Effects effects;

	private final ObjectProvider<ProvenBefore> proofs;

	private final Freezer freezer;

	private final ChangeJournal journal;

	Returns(StoredRevisions revisions, PolicyMoves moves, Effects effects, ObjectProvider<ProvenBefore> proofs,
			Freezer freezer, ChangeJournal journal) {
		this.revisions = revisions;
		this.moves = moves;
		this.effects = effects;
		this.proofs = proofs;
		this.freezer = freezer;
		this.journal = journal;
	}

	RevisionSummary returnTo(long number, Digest read, Actor actor, String reason) {
		if (reason.isEmpty()) {
			throw Fault.invalid("revisions.reason-required");
		}
		Revision target = this.revisions.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("revisions.revision-unknown", "r" + number));
		target.requireRead(read);
		target.requireProven();
		List<PolicyMove> moves = this.moves.to(target);
		Set<String> teams = new TreeSet<>();
		moves.forEach((move) -> teams.addAll(move.teams()));
		teams.forEach((team) -> actor.require(Permission.ROLLOUT_OPERATE, team));
		Effect effect = effect(target, moves);
		return freeze(target, moves, teams, effect, actor, reason);
	}

	private Effect effect(Revision target, List<PolicyMove> moves) {
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

	private RevisionSummary freeze(Revision target, List<PolicyMove> moves, Set<String> teams, Effect effect,
			Actor actor, String reason) {
		Revision.Contents contents = new Revision.Contents(effect.digest(), effect.stamp(), teams, effect.clusters(),
				moves.stream().map(PolicyMove::step).toList());
		Revision revision = Revision.returning(this.revisions.nextNumber(), target, actor, contents, reason,
				this.journal.now());
		this.freezer.freeze(revision, effect);
		this.journal.changed(revision, actor, "revisions.return-made", null, reason);
		return revision.summary();
	}

}
