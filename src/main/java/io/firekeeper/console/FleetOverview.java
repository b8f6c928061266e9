package io.firekeeper.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

import io.firekeeper.console.ClusterRow.ReplicaCell;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.telemetry.ReplicaStatus;
import io.firekeeper.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts together what several modules know about the fleet. Reads only what is known
 * already; nothing is asked of a replica here.
 */
@Component
class FleetOverview {

	private final Fleet fleet;

	private final Telemetry telemetry;

	private final Revisions revisions;

	private final WorkInProgress work;

	FleetOverview(Fleet fleet, Telemetry telemetry, Revisions revisions, WorkInProgress work) {
		this.fleet = fleet;
		this.telemetry = telemetry;
		this.revisions = revisions;
		this.work = work;
	}

	/** A row for every cluster, by name. */
	List<ClusterRow> rows() {
		Map<UUID, Fact> workByCluster = this.work.byCluster();
		return this.fleet.clusters().stream().map((cluster) -> row(cluster, workByCluster.get(cluster.id()))).toList();
	}

	ClusterRow row(Cluster cluster) {
		return row(cluster, this.work.byCluster().get(cluster.id()));
	}

	/** The replicas of a cluster with what was last seen of them, worst first. */
	List<ReplicaRow> replicas(Cluster cluster) {
		return this.fleet.replicasOf(cluster.id())
			.stream()
			.map(this::replica)
			.sorted(Comparator.comparing((row) -> row.status().health()))
			.toList();
	}

	ReplicaRow replica(Replica replica) {
		ReplicaStatus status = this.telemetry.statusOf(replica.id());
		return new ReplicaRow(replica, status, Facts.of(status.health()), configOf(status,
				this.telemetry.lastProven(replica.id()).map(Telemetry.ProvenBundle::revision).orElse(null)));
	}

	private ClusterRow row(Cluster cluster, @Nullable Fact work) {
		List<ReplicaRow> replicas = replicas(cluster);
		List<ReplicaStatus> statuses = replicas.stream().map(ReplicaRow::status).toList();
		ReplicaStatus.Health worst = statuses.stream()
			.map(ReplicaStatus::health)
			.min(Comparator.naturalOrder())
			.orElse(ReplicaStatus.Health.NO_DATA);
		List<ReplicaCell> cells = replicas.stream()
			.sorted(Comparator.comparing((row) -> row.replica().name()))
			.map((row) -> new ReplicaCell(row.replica().name(), row.health().tone().split(" ")[0], row.health()))
			.toList();
		return new ClusterRow(cluster, worst, Facts.of(worst), configOf(cluster, statuses), work, cells,
				statuses.stream().mapToDouble(ReplicaStatus::headSeries).sum(), sum(statuses, ReplicaStatus::targetsUp),
				sum(statuses, ReplicaStatus::targetsTotal),
				statuses.stream().mapToInt(ReplicaStatus::firingAlerts).max().orElse(-1), noteOf(replicas));
	}

	private Fact configOf(Cluster cluster, List<ReplicaStatus> statuses) {
		ReplicaStatus.Config worst = statuses.stream()
			.map(ReplicaStatus::config)
			.min(Comparator.naturalOrder())
			.orElse(ReplicaStatus.Config.UNKNOWN);
		if (worst != ReplicaStatus.Config.IN_SYNC) {
			return Facts.of(worst);
		}
		return this.revisions.headOf(cluster.id())
			.map(RevisionSummary::number)
			.map((number) -> inSyncWith(number))
			.orElseGet(() -> Facts.of(worst));
	}

	private static Fact configOf(ReplicaStatus status, @Nullable Long revision) {
		return (status.config() == ReplicaStatus.Config.IN_SYNC && revision != null) ? inSyncWith(revision)
				: Facts.of(status.config());
	}

	private static Fact inSyncWith(long revision) {
		return Fact.of("ok q", "console.config.in-sync-with", revision).leadingTo("/revisions/" + revision);
	}

	private static int sum(List<ReplicaStatus> statuses, ToIntFunction<ReplicaStatus> figure) {
		int[] known = statuses.stream().mapToInt(figure).filter((value) -> value >= 0).toArray();
		return (known.length == 0) ? -1 : java.util.Arrays.stream(known).sum();
	}

	private static @Nullable Message noteOf(List<ReplicaRow> replicas) {
		if (replicas.isEmpty()) {
			return Message.of("console.note.no-replicas");
		}
		long down = replicas.stream().filter((row) -> row.status().health() == ReplicaStatus.Health.DOWN).count();
		if (down > 0) {
			return Message.of("console.note.down", down, replicas.size());
		}
		return replicas.stream()
			.map((row) -> row.status().note())
			.filter((note) -> note != null)
			.findFirst()
			.orElse(null);
	}

}
