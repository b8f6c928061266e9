package io.firekeeper.rollouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Actor;
import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings replicas on which nothing was ever proven to the proven head of their cluster,
 * by themselves: once per replica and revision, when they answer. What fails is left to a
 * person.
 */
@Component
class Newcomers {

	private static final Logger logger = LoggerFactory.getLogger(Newcomers.class);

	private static final Duration PAUSE = Duration.ofSeconds(15);

	private static final String TRIED = """
			select exists (
				select 1 from rollouts_step s
				join rollouts_wave w on w.id = s.wave_id join rollouts_rollout r on r.id = w.rollout_id
				where s.replica_id = :replica and r.kind = 'CATCH_UP' and r.revision = :revision)""";

	private final Fleet fleet;

	private final Revisions revisions;

	private final Telemetry telemetry;

	private final RolloutStart start;

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile Instant nextLook = Instant.MIN;

	Newcomers(Fleet fleet, Revisions revisions, Telemetry telemetry, RolloutStart start, JdbcClient jdbc, Clock clock) {
		this.fleet = fleet;
		this.revisions = revisions;
		this.telemetry = telemetry;
		this.start = start;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Looks for newcomers, unless it did a moment ago. */
	void catchUp() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.nextLook)) {
			return;
		}
		this.nextLook = now.plus(PAUSE);
		for (Cluster cluster : this.fleet.clusters()) {
			this.revisions.headOf(cluster.id())
				.filter((head) -> head.state() == RevisionState.PROVEN)
				.ifPresent((head) -> catchUp(cluster, head));
		}
	}

	private void catchUp(Cluster cluster, RevisionSummary head) {
		this.fleet.replicasOf(cluster.id())
			.stream()
			.filter((replica) -> this.telemetry.lastProven(replica.id()).isEmpty() && answers(replica))
			.filter((replica) -> !tried(replica.id(), head.number()))
			.findFirst()
			.ifPresent((replica) -> catchUp(replica, head.number()));
	}

	private boolean answers(Replica replica) {
		Health health = this.telemetry.statusOf(replica.id()).health();
		return health == Health.HEALTHY || health == Health.DEGRADED;
	}

	private boolean tried(UUID replicaId, long revision) {
		return this.jdbc.sql(TRIED)
			.param("replica", replicaId)
			.param("revision", revision)
			.query(Boolean.class)
			.single();
	}

	private void catchUp(Replica replica, long head) {
		try {
			this.start.catchUp(replica.name(), head, Actor.SYSTEM);
		}
		catch (Fault fault) {
			logger.info("{} cannot catch up now: {}", replica.name(), fault.getMessage());
		}
	}

}
