package io.firekeeper.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import org.springframework.context.SmartLifecycle;

/**
 * Listens to what any console announces by {@link LiveUpdates}, on a connection that it
 * keeps to itself. Without the database it goes on trying, and has all pages refetched
 * when it is back.
 */
class LiveListener implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(LiveListener.class);

	private static final int POLL_MILLIS = 10_000;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

	private final DataSource dataSource;

	private final LiveHub hub;

	private volatile CountDownLatch listening = new CountDownLatch(1);

	private volatile @Nullable Thread thread;

	private Duration pause = FIRST_PAUSE;

	LiveListener(DataSource dataSource, LiveHub hub) {
		this.dataSource = dataSource;
		this.hub = hub;
	}

	@Override
	public void start() {
		Thread listener = Thread.ofVirtual().name("live-listener").unstarted(this::listenUntilStopped);
		this.listening = new CountDownLatch(1);
		this.thread = listener;
		this.hub.takeStreams();
		listener.start();
	}

	@Override
	public void stop() {
		Thread running = this.thread;
		this.thread = null;
		this.hub.endStreams();
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Waits until announcements are heard. */
	boolean awaitListening(Duration timeout) throws InterruptedException {
		return this.listening.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Whether this thread is still the one that listens. */
	private boolean mayListen() {
		return this.thread == Thread.currentThread();
	}

	private void listenUntilStopped() {
		try {
			while (mayListen()) {
				listenUntilBroken();
				Thread.sleep(this.pause);
				this.pause = longer(this.pause);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void listenUntilBroken() {
		try (Connection connection = this.dataSource.getConnection()) {
			execute(connection, "listen " + LiveUpdates.CHANNEL);
			this.pause = FIRST_PAUSE;
			this.hub.refreshAll();
			this.listening.countDown();
			passOn(connection.unwrap(PGConnection.class));
			execute(connection, "unlisten *");
		}
		catch (SQLException ex) {
			if (mayListen()) {
				logger.warn("Live updates wait for the database: " + ex.getMessage());
			}
		}
	}

	private void passOn(PGConnection connection) throws SQLException {
		while (mayListen()) {
			for (PGNotification notification : connection.getNotifications(POLL_MILLIS)) {
				this.hub.publish(notification.getParameter());
			}
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Duration longer(Duration pause) {
		Duration twice = pause.multipliedBy(2);
		return (twice.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : twice;
	}

}
