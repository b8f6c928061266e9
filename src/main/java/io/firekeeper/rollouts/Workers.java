package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks for rollouts that have something to do and nobody who does it, and drives them:
 * once a poll, and at once when one was started or changed here.
 */
@Component
class Workers implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Workers.class);

	private static final Duration GOODBYE = Duration.ofSeconds(10);

	private final Leases leases;

	private final Driver driver;

	private final Pace pace;

	private final Set<UUID> driven = ConcurrentHashMap.newKeySet();

	private final Set<Lease> held = ConcurrentHashMap.newKeySet();

	private final Semaphore wakes = new Semaphore(0);

	private volatile @Nullable ExecutorService threads;

	Workers(Leases leases, Driver driver, Pace pace) {
		this.leases = leases;
		this.driver = driver;
		this.pace = pace;
	}

	@Override
	public void start() {
		ExecutorService started = Executors.newVirtualThreadPerTaskExecutor();
		this.threads = started;
		started.execute(() -> look(started));
	}

	/** Drivers stop before their next effect and give their leases back. */
	@Override
	public void stop() {
		ExecutorService stopped = this.threads;
		this.threads = null;
		if (stopped != null) {
			stopped.shutdown();
			this.held.forEach(Lease::lost);
			this.wakes.release();
			awaitEnd(stopped);
		}
	}

	private static void awaitEnd(ExecutorService stopped) {
		try {
			if (!stopped.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("A rollout is still waiting for a replica; the next driver goes on with it");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.threads != null;
	}

	/** A rollout has something to do. */
	@TransactionalEventListener(fallbackExecution = true)
	void on(RolloutChanged changed) {
		this.wakes.release();
	}

	private void look(ExecutorService executor) {
		try {
			while (!executor.isShutdown()) {
				driveAll(executor);
				this.wakes.tryAcquire(this.pace.poll().toMillis(), TimeUnit.MILLISECONDS);
				this.wakes.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void driveAll(ExecutorService executor) {
		try {
			for (UUID rolloutId : this.leases.drivable()) {
				if (isRunning() && this.driven.add(rolloutId)) {
					executor.execute(() -> drive(rolloutId));
				}
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Rollouts cannot be looked for; trying again", ex);
		}
	}

	private void drive(UUID rolloutId) {
		try {
			this.leases.acquire(rolloutId).ifPresent(this::drive);
		}
		catch (RuntimeException ex) {
			logger.error("Rollout {} stopped unexpectedly; it goes on when the lease has run out", rolloutId, ex);
		}
		finally {
			this.driven.remove(rolloutId);
		}
	}

	private void drive(Lease lease) {
		this.held.add(lease);
		try (Heartbeat heartbeat = new Heartbeat(this.leases, lease, this.pace.leaseLifetime())) {
			this.driver.drive(lease);
			heartbeat.close();
			this.leases.release(lease);
		}
		catch (Abandoned ex) {
			logger.info("Rollout {} is left to the next driver: {}", lease.rolloutId(), ex.getMessage());
			this.leases.release(lease);
		}
		finally {
			this.held.remove(lease);
		}
	}

}
