package io.firekeeper.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Runs probes: each on a virtual thread of its own, one at a time per replica, with one
 * deadline for the whole. A replica that hangs holds up nobody but itself.
 */
@Component
class Probes {

	private static final Logger logger = LoggerFactory.getLogger(Probes.class);

	private static final Executor THREADS = (task) -> Thread.ofVirtual().name("probe").start(task);

	private final Probe probe;

	private final StatusBoard board;

	private final Fleet fleet;

	private final Clock clock;

	private final Duration deadline;

	private final Map<UUID, CompletableFuture<ReplicaStatus>> running = new ConcurrentHashMap<>();

	Probes(Probe probe, StatusBoard board, Fleet fleet, Clock clock, TelemetryProperties properties) {
		this.probe = probe;
		this.board = board;
		this.fleet = fleet;
		this.clock = clock;
		this.deadline = properties.deadline();
	}

	/** Begins a probe unless one is under way, and gives its outcome. */
	CompletableFuture<ReplicaStatus> begin(Replica replica) {
		CompletableFuture<ReplicaStatus> mine = new CompletableFuture<>();
		CompletableFuture<ReplicaStatus> other = this.running.putIfAbsent(replica.id(), mine);
		if (other != null) {
			return other;
		}
		CompletableFuture<ReplicaStatus> shown = mine.thenApplyAsync((status) -> shown(replica, status), THREADS);
		Thread thread = Thread.ofVirtual().name("probe-" + replica.name()).start(() -> run(replica, mine));
		CompletableFuture.delayedExecutor(this.deadline.toMillis(), TimeUnit.MILLISECONDS, THREADS).execute(() -> {
			if (mine.complete(overdue(replica))) {
				thread.interrupt();
			}
		});
		return shown;
	}

	/** The replica's place is free again only when its thread has ended. */
	private void run(Replica replica, CompletableFuture<ReplicaStatus> outcome) {
		try {
			outcome.complete(this.probe.of(replica));
		}
		catch (RuntimeException ex) {
			logger.warn("The probe of {} broke", replica.name(), ex);
			outcome.complete(down(replica, Message.of("telemetry.note.probe-broke", ex.getClass().getSimpleName())));
		}
		finally {
			this.running.remove(replica.id(), outcome);
		}
	}

	private ReplicaStatus shown(Replica replica, ReplicaStatus status) {
		try {
			ReplicaStatus shown = this.board.show(replica, status);
			String version = status.prometheusVersion();
			if (!version.isEmpty() && !version.equals(replica.prometheusVersion())) {
				this.fleet.observedVersion(replica.id(), version);
			}
			return shown;
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The status of {} is shown on this console only: {}", replica.name(), ex.getMessage());
			return this.board.statusOf(replica.id());
		}
	}

	private ReplicaStatus overdue(Replica replica) {
		return down(replica, Message.of("telemetry.note.overdue", this.deadline.toSeconds()));
	}

	private ReplicaStatus down(Replica replica, Message note) {
		return new ReplicaStatus(Health.DOWN, Config.UNKNOWN, note, replica.prometheusVersion(), Double.NaN, -1, -1, -1,
				this.clock.instant(), null, List.of());
	}

}
