package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.firekeeper.faults.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every 15 seconds for replicas that should catch up by themselves, and starts
 * their rollouts.
 */
@Component
class CatchUps implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CatchUps.class);

	private static final Duration PAUSE = Duration.ofSeconds(15);

	private final Stragglers stragglers;

	private final CatchUpStart start;

	private final boolean wanted;

	private volatile @Nullable ScheduledExecutorService timer;

	CatchUps(Stragglers stragglers, CatchUpStart start, RolloutProperties properties) {
		this.stragglers = stragglers;
		this.start = start;
		this.wanted = properties.catchUp();
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("catch-ups").factory());
		started.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
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

	/** Starts the rollouts of those that should catch up now, unless nobody wants it. */
	void look() {
		try {
			if (this.wanted) {
				this.stragglers.find().forEach(this::catchUp);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Replicas that should catch up cannot be looked for; trying again", ex);
		}
	}

	void catchUp(Straggler straggler) {
		try {
			this.start.start(straggler);
		}
		catch (Fault fault) {
			logger.info("{} cannot catch up now: {}", straggler.replica().name(), fault.getMessage());
		}
	}

}
