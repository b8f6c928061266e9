package io.firekeeper.telemetry;

import java.time.Instant;
import java.util.List;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of a replica.
 *
 * @param health whether it is up
 * @param config whether it runs what was last proven there
 * @param note why it is not healthy or not in sync, {@code null} when it is
 * @param prometheusVersion its version, empty when never seen
 * @param headSeries series in the head, NaN when unknown
 * @param targetsUp targets up, -1 when unknown
 * @param targetsTotal active targets, -1 when unknown
 * @param firingAlerts alerts firing, -1 when unknown
 * @param observedAt when it was last probed, {@code null} when never
 * @param lastSeenAt when it last answered, {@code null} when never
 * @param differences the first differences in meaning, when it drifted
 */
public record ReplicaStatus(Health health, Config config, @Nullable Message note, String prometheusVersion,
		double headSeries, int targetsUp, int targetsTotal, int firingAlerts, @Nullable Instant observedAt,
		@Nullable Instant lastSeenAt, List<String> differences) {

	ReplicaStatus lastSeen(@Nullable Instant when) {
		return new ReplicaStatus(this.health, this.config, this.note, this.prometheusVersion, this.headSeries,
				this.targetsUp, this.targetsTotal, this.firingAlerts, this.observedAt, when, this.differences);
	}

	/** Whether it is up. Worst first. */
	public enum Health {

		DOWN, DEGRADED, NO_DATA, HEALTHY

	}

	/** Whether it runs what was proven. */
	public enum Config {

		INVALID, DRIFTED, UNKNOWN, IN_SYNC

	}

}
