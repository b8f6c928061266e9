package io.firekeeper.rollouts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Finds replicas that answer, that are not at the proven head of their cluster, and that
 * should catch up by themselves. Clusters that a rollout holds, paused ones included, are
 * left alone.
 */
@Component
class Stragglers {

	private static final Logger logger = LoggerFactory.getLogger(Stragglers.class);

	private final Fleet fleet;

	private final Revisions revisions;

	private final Telemetry telemetry;

	private final ActiveRollouts active;

	private final LatestSteps latestSteps;

	/**
	 * The last steps and heads of replicas that were found to be where they should be.
	 */
	private final Map<UUID, Place> settled = new ConcurrentHashMap<>();

	Stragglers(Fleet fleet, Revisions revisions, Telemetry telemetry, ActiveRollouts active, LatestSteps latestSteps) {
		this.fleet = fleet;
		this.revisions = revisions;
		this.telemetry = telemetry;
		this.active = active;
		this.latestSteps = latestSteps;
	}

	/** At most one in each cluster: they catch up one after the other. */
	List<Straggler> find() {
		Set<UUID> held = this.active.all().stream().map(ActiveRollout::clusterId).collect(Collectors.toSet());
		Map<UUID, LatestStep> latest = this.latestSteps.all();
		Map<UUID, Digest> proven = this.telemetry.provenDigests();
		return this.fleet.clusters()
			.stream()
			.map(Cluster::id)
			.filter((cluster) -> !held.contains(cluster))
			.flatMap((cluster) -> first(cluster, latest, proven).stream())
			.toList();
	}

	private Optional<Straggler> first(UUID cluster, Map<UUID, LatestStep> latest, Map<UUID, Digest> proven) {
		return this.revisions.headOf(cluster)
			.filter((head) -> head.state() == RevisionState.PROVEN)
			.flatMap((head) -> this.fleet.replicasOf(cluster)
				.stream()
				.map((replica) -> new Place(replica, head.number(), latest.get(replica.id()), proven.get(replica.id())))
				.flatMap((place) -> straggler(place).stream())
				.findFirst());
	}

	/** A replica whose files or secrets are in disorder holds up nobody but itself. */
	private Optional<Straggler> straggler(Place place) {
		try {
			return judged(place);
		}
		catch (Fault fault) {
			logger.warn("{} cannot catch up by itself: {}", place.replica().name(), fault.getMessage());
			return Optional.empty();
		}
	}

	private Optional<Straggler> judged(Place place) {
		UUID replicaId = place.replica().id();
		if (!place.isSuspect() || place.equals(this.settled.get(replicaId)) || !answers(replicaId)) {
			return Optional.empty();
		}
		boolean behind = !Objects.equals(place.proven(),
				this.revisions.headBundle(replicaId).map((bundle) -> bundle.bundle().digest()).orElse(place.proven()));
		Optional<Straggler> straggler = reason(place, behind)
			.map((reason) -> new Straggler(place.replica(), place.head(), reason, place.latest()));
		if (!behind && straggler.isEmpty() && !place.isMixed()) {
			this.settled.put(replicaId, place);
		}
		return straggler;
	}

	private Optional<CatchUpReason> reason(Place place, boolean behind) {
		LatestStep latest = place.latest();
		if (latest == null) {
			return behind ? Optional.of(CatchUpReason.NEW) : Optional.empty();
		}
		return latest.reason(behind, this.telemetry.markBeforeReload(place.replica()));
	}

	private boolean answers(UUID replicaId) {
		Health health = this.telemetry.statusOf(replicaId).health();
		return health == Health.HEALTHY || health == Health.DEGRADED;
	}

	/**
	 * Where a replica stands.
	 *
	 * @param replica the replica
	 * @param head the revision that its cluster should run
	 * @param latest what rollouts did with it last
	 * @param proven the digest of what was last proven there
	 */
	private record Place(Replica replica, long head, @Nullable LatestStep latest, @Nullable Digest proven) {

		/** Whether it is worth comparing files. */
		boolean isSuspect() {
			if (this.latest == null) {
				return this.proven == null;
			}
			return !this.latest.isFailedCatchUp()
					&& (isMixed() || this.latest.isLeftOut() || this.latest.state() == StepState.ROLLED_BACK);
		}

		boolean isMixed() {
			return this.latest != null && this.latest.isMixed();
		}

	}

}
