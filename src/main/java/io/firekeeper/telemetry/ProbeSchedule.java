package io.firekeeper.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Begins the probe of every registered replica when it is due. Never waits for a replica,
 * and goes on with the replicas it knows when the database is down.
 */
@Component
class ProbeSchedule implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ProbeSchedule.class);

	private static final Duration TICK = Duration.ofMillis(500);

	private static final Duration REREAD = Duration.ofSeconds(5);

	private static final double JITTER = 0.1;

	private final Fleet fleet;

	private final Probes probes;

	private final StatusBoard board;

	private final Clock clock;

	private final RandomGenerator random;

	private final Duration interval;

	private final Map<UUID, Instant> due = new ConcurrentHashMap<>();

	private volatile List<Replica> replicas = List.of();

	private volatile @Nullable ScheduledExecutorService timer;

	ProbeSchedule(Fleet fleet, Probes probes, StatusBoard board, Clock clock, RandomGenerator probeJitter,
			TelemetryProperties properties) {
		this.fleet = fleet;
		this.probes = probes;
		this.board = board;
		this.clock = clock;
		this.random = probeJitter;
		this.interval = properties.interval();
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors.newScheduledThreadPool(2,
				Thread.ofPlatform().daemon().name("probe-schedule-", 0).factory());
		started.scheduleWithFixedDelay(this::reread, 0, REREAD.toMillis(), TimeUnit.MILLISECONDS);
		started.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
		this.timer = started;
	}

	@Override
	public void stop() {
		ScheduledExecutorService running = this.timer;
		if (running != null) {
			running.shutdownNow();
		}
		this.timer = null;
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

	void reread() {
		try {
			List<Replica> registered = this.fleet.replicas();
			Set<UUID> ids = registered.stream().map(Replica::id).collect(Collectors.toSet());
			this.due.keySet().retainAll(ids);
			this.board.keepOnly(ids);
			this.replicas = registered;
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Probing the replicas that were known before: {}", ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("The registered replicas could not be read", ex);
		}
	}

	void tick() {
		Instant now = this.clock.instant();
		for (Replica replica : this.replicas) {
			Instant at = this.due.computeIfAbsent(replica.id(), (id) -> now.plus(part(this.interval, 0, 0.3)));
			if (!at.isAfter(now)) {
				this.due.put(replica.id(), now.plus(part(this.interval, 1 - JITTER, 1 + JITTER)));
				this.probes.begin(replica);
			}
		}
	}

	private Duration part(Duration whole, double from, double to) {
		return Duration.ofMillis((long) (whole.toMillis() * this.random.nextDouble(from, to)));
	}

}
