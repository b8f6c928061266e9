package io.firekeeper.console;

import java.util.List;

import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.telemetry.ReplicaStatus;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the Fleet page shows it.
 *
 * @param cluster the cluster
 * @param worstHealth the health of its worst replica
 * @param health the same in words
 * @param config whether its replicas run what was proven there
 * @param work what is happening, {@code null} when nothing is
 * @param replicas its replicas, by name
 * @param headSeries series in the heads of all replicas, NaN when unknown
 * @param targetsUp targets up over all replicas, -1 when unknown
 * @param targetsTotal active targets over all replicas, -1 when unknown
 * @param firingAlerts the most alerts that fire on one replica, -1 when unknown
 * @param note why it is not green, {@code null} when it is
 */
record ClusterRow(Cluster cluster, ReplicaStatus.Health worstHealth, Fact health, Fact config, @Nullable Fact work,
		List<ReplicaCell> replicas, double headSeries, int targetsUp, int targetsTotal, int firingAlerts,
		@Nullable Message note) {

	/** The state that the row is counted and filtered under. */
	FleetState state() {
		FleetState byHealth = FleetState.of(this.worstHealth);
		if (byHealth != FleetState.HEALTHY || this.work == null) {
			return byHealth;
		}
		return this.work.word().key().equals("console.work.awaiting-approval") ? FleetState.AWAITING_APPROVAL
				: FleetState.ROLLING_OUT;
	}

	/**
	 * A replica as a small cell.
	 *
	 * @param name its name
	 * @param tone the tone of its health
	 * @param health its health in words
	 */
	record ReplicaCell(String name, String tone, Fact health) {
	}

}
