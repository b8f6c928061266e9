package io.firekeeper.rollouts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.revisions.ReplicaBundle;
import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts rollouts. What is started is rendered anew and compared with what was approved,
 * in the transaction that moves the heads.
 */
@Service
class RolloutStart {

	private final Revisions revisions;

	private final Fleet fleet;

	private final NewRollouts newRollouts;

	private final Clock clock;

	RolloutStart(Revisions revisions, Fleet fleet, NewRollouts newRollouts, Clock clock) {
		this.revisions = revisions;
		this.fleet = fleet;
		this.newRollouts = newRollouts;
		this.clock = clock;
	}

	/** The waves that a start would have. */
	@Transactional(readOnly = true)
	List<PlannedWave> plan(long revision, Parameters parameters) {
		return Planner.plan(planned(this.revisions.bundles(revision)).keySet(), parameters);
	}

	/**
	 * Starts the delivery of a revision.
	 * @return the number of the rollout
	 * @throws Fault CONFLICT when the revision may not be rolled out, its base moved, or
	 * another rollout holds one of its clusters
	 */
	@Transactional
	long start(StartRequest request, Actor actor) {
		RevisionSummary revision = this.revisions.find(request.revision())
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-revision", request.revision()));
		requireOperator(actor, revision);
		requireRead(revision, request.read());
		this.revisions.begin(revision.number(), actor, request.breakGlassReason());
		List<ReplicaBundle> bundles = this.revisions.verifiedBundles(revision.number());
		RolloutKind kind = (revision.changeNumber() != null) ? RolloutKind.DELIVER : RolloutKind.RETURN;
		Rollout rollout = rollout(revision, kind, request.parameters(), actor);
		this.newRollouts.begin(rollout, planned(bundles), actor, started(revision, actor, request.breakGlassReason()));
		return rollout.number();
	}

	/**
	 * Brings a replica to its cluster's head.
	 * @param read the head that was read
	 * @return the number of the rollout
	 * @throws Fault NOT_FOUND without such a replica, CONFLICT when its cluster has no
	 * head yet, or another one
	 */
	@Transactional
	long catchUp(String replicaName, long read, Actor actor) {
		return catchUp(replicaName, read, actor, Message.of("rollouts.event.catch-up", replicaName, "r" + read));
	}

	/** The same, with the words that say why. */
	@Transactional
	long catchUp(String replicaName, long read, Actor actor, Message why) {
		UUID replicaId = this.fleet.replica(replicaName)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-replica", replicaName))
			.id();
		ReplicaBundle bundle = this.revisions.headBundle(replicaId)
			.orElseThrow(() -> Fault.conflict("rollouts.no-head", replicaName));
		RevisionSummary head = this.revisions.headOf(bundle.clusterId())
			.orElseThrow(() -> Fault.conflict("rollouts.no-head", replicaName));
		requireOperator(actor, head);
		Rollout rollout = rollout(head, RolloutKind.CATCH_UP, Parameters.forCatchUp(), actor);
		this.newRollouts.begin(rollout, planned(List.of(bundle)), actor, why);
		requireHead(bundle, read);
		return rollout.number();
	}

	/** Read once the cluster is held: from then on it does not move. */
	private void requireHead(ReplicaBundle bundle, long read) {
		long head = this.revisions.headOf(bundle.clusterId()).map(RevisionSummary::number).orElse(0L);
		if (head != read) {
			throw Fault.conflict("rollouts.head-differs", bundle.replicaName(), "r" + read, "r" + head);
		}
	}

	private Rollout rollout(RevisionSummary revision, RolloutKind kind, Parameters parameters, Actor actor) {
		return new Rollout(this.newRollouts.nextNumber(), revision.number(), kind, parameters,
				new ArrayList<>(revision.teams().stream().sorted().toList()), actor, this.clock.instant());
	}

	private static Message started(RevisionSummary revision, Actor actor, String breakGlassReason) {
		boolean approved = revision.state() == RevisionState.APPROVED || breakGlassReason.isBlank();
		return approved ? Message.of("rollouts.event.started", "r" + revision.number(), actor.name()) : Message
			.of("rollouts.event.started-without-approval", "r" + revision.number(), actor.name(), breakGlassReason);
	}

	private static void requireRead(RevisionSummary revision, Digest read) {
		if (!revision.digest().equals(read)) {
			throw Fault.conflict("rollouts.digest-differs", "r" + revision.number(), read.brief(),
					revision.digest().brief());
		}
	}

	private static void requireOperator(Actor actor, RevisionSummary revision) {
		revision.teams().forEach((team) -> actor.require(Permission.ROLLOUT_OPERATE, team));
	}

	private Map<PlannedStep, ReplicaBundle> planned(List<ReplicaBundle> bundles) {
		Map<UUID, String> clusters = this.fleet.clusters()
			.stream()
			.collect(Collectors.toMap(Cluster::id, Cluster::name));
		Map<PlannedStep, ReplicaBundle> planned = new LinkedHashMap<>();
		bundles.forEach((bundle) -> planned.put(new PlannedStep(bundle.replicaId(), bundle.replicaName(),
				bundle.clusterId(), clusters.getOrDefault(bundle.clusterId(), "")), bundle));
		return planned;
	}

}
