package io.firekeeper.console;

import java.time.Instant;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.telemetry.ReplicaStatus;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was last seen of a replica, in the REST API. What is unknown is null, never zero.
 */
@RestController
class ReplicaStatusApi {

	private final Fleet fleet;

	private final Telemetry telemetry;

	private final Revisions revisions;

	private final Texts texts;

	ReplicaStatusApi(Fleet fleet, Telemetry telemetry, Revisions revisions, Texts texts) {
		this.fleet = fleet;
		this.telemetry = telemetry;
		this.revisions = revisions;
		this.texts = texts;
	}

	@GetMapping("/api/v1/replicas/{name}/status")
	@Requires(Permission.READ)
	StatusResource status(@PathVariable String name) {
		Replica replica = this.fleet.replica(name).orElseThrow(() -> Fault.notFound("console.no-replica", name));
		ReplicaStatus status = this.telemetry.statusOf(replica.id());
		return new StatusResource(name, status.health(), status.config(),
				(status.note() != null) ? this.texts.of(status.note()) : null,
				status.prometheusVersion().isEmpty() ? null : status.prometheusVersion(), count(status.targetsUp()),
				count(status.targetsTotal()), count(status.headSeries()), count(status.firingAlerts()),
				status.lastSeenAt(), status.observedAt(), status.differences(), lastProven(replica),
				this.revisions.headOf(replica.clusterId()).map(RevisionSummary::number).orElse(null));
	}

	private @Nullable LastProven lastProven(Replica replica) {
		return this.telemetry.lastProven(replica.id())
			.map((proven) -> new LastProven(proven.revision(), proven.approvedDigest().hex()))
			.orElse(null);
	}

	private static @Nullable Long count(double known) {
		return (known >= 0) ? Long.valueOf((long) known) : null;
	}

	/**
	 * What was last seen of a replica.
	 *
	 * @param replica its name
	 * @param health whether it is up
	 * @param config whether it runs what was last proven there
	 * @param note why it is not healthy or not in sync
	 * @param prometheusVersion its version
	 * @param targetsUp targets up
	 * @param targetsTotal active targets
	 * @param headSeries series in the head
	 * @param firingAlerts alerts firing
	 * @param lastSeenAt when it last answered
	 * @param observedAt when it was last probed
	 * @param differences the first differences in meaning, when it drifted
	 * @param lastProven what was last proven there
	 * @param head the revision that its cluster should run, {@code null} before the first
	 */
	record StatusResource(String replica, ReplicaStatus.Health health, ReplicaStatus.Config config,
			@Nullable String note, @Nullable String prometheusVersion, @Nullable Long targetsUp,
			@Nullable Long targetsTotal, @Nullable Long headSeries, @Nullable Long firingAlerts,
			@Nullable Instant lastSeenAt, @Nullable Instant observedAt, List<String> differences,
			@Nullable LastProven lastProven, @Nullable Long head) {
	}

	/**
	 * Files that were proven.
	 *
	 * @param revision the revision that brought them
	 * @param digest their digest
	 */
	record LastProven(long revision, String digest) {
	}

}
