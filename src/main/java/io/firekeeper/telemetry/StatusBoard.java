package io.firekeeper.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.web.LiveUpdates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What this console last saw of each replica. What is too old is no data: never healthy,
 * never zero.
 */
@Component
class StatusBoard {

	private static final int MISSED = 3;

	private final Clock clock;

	private final Duration fresh;

	private final LiveUpdates live;

	private final Map<UUID, ReplicaStatus> statuses = new ConcurrentHashMap<>();

	StatusBoard(Clock clock, TelemetryProperties properties, LiveUpdates live) {
		this.clock = clock;
		this.fresh = properties.interval().multipliedBy(MISSED);
		this.live = live;
	}

	ReplicaStatus statusOf(UUID replicaId) {
		ReplicaStatus last = this.statuses.get(replicaId);
		if (last == null) {
			return noData(Message.of("telemetry.note.never-probed"), null, null, "");
		}
		Instant observed = last.observedAt();
		boolean old = observed == null || observed.isBefore(this.clock.instant().minus(this.fresh));
		return old ? noData(Message.of("telemetry.note.stale"), observed, last.lastSeenAt(), last.prometheusVersion())
				: last;
	}

	/**
	 * Shows a status, and tells open pages when something visible changed.
	 * @return the status, with when the replica last answered
	 */
	ReplicaStatus show(Replica replica, ReplicaStatus status) {
		ReplicaStatus before = this.statuses.get(replica.id());
		ReplicaStatus now = (status.lastSeenAt() == null && before != null) ? status.lastSeen(before.lastSeenAt())
				: status;
		this.statuses.put(replica.id(), now);
		if (before == null || !visible(before).equals(visible(now))) {
			this.live.changed("fleet");
			this.live.changed("replica-" + replica.name());
		}
		return now;
	}

	/** Forgets replicas that are no longer registered. */
	void keepOnly(Set<UUID> replicaIds) {
		this.statuses.keySet().retainAll(replicaIds);
	}

	private static ReplicaStatus noData(Message note, @Nullable Instant observedAt, @Nullable Instant lastSeenAt,
			String version) {
		return new ReplicaStatus(Health.NO_DATA, Config.UNKNOWN, note, version, Double.NaN, -1, -1, -1, observedAt,
				lastSeenAt, List.of());
	}

	private static Visible visible(ReplicaStatus status) {
		return new Visible(status.health(), status.config(), status.note(), status.prometheusVersion(),
				status.targetsUp(), status.targetsTotal(), status.firingAlerts(), status.differences());
	}

	private record Visible(Health health, Config config, @Nullable Message note, String version, int targetsUp,
			int targetsTotal, int firingAlerts, List<String> differences) {
	}

}
