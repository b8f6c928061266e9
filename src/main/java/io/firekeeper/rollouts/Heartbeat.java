package io.firekeeper.rollouts;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Renews a lease three times in its life until closed.
 */
final class Heartbeat implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Heartbeat.class);

	private final Leases leases;

	private final Lease lease;

	private volatile boolean closed;

	Heartbeat(Leases leases, Lease lease, Duration lifetime) {
		this.leases = leases;
		this.lease = lease;
		Thread.ofVirtual().name("rollout-lease-" + lease.epoch()).start(() -> beat(lifetime.dividedBy(3)));
	}

	private void beat(Duration pause) {
		try {
			Thread.sleep(pause);
			while (!this.closed) {
				renew();
				Thread.sleep(pause);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void renew() {
		try {
			this.leases.renew(this.lease);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The lease on rollout {} could not be renewed; it ends by itself when this goes on",
					this.lease.rolloutId(), ex);
		}
	}

	@Override
	public void close() {
		this.closed = true;
	}

}
