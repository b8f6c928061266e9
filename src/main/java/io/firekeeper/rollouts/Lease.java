package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The right to drive a rollout, for as long as it is renewed. Thread-safe.
 */
final class Lease {

	private final UUID rolloutId;

	private final long epoch;

	private final LongSupplier nanoTime;

	private final long lifetime;

	private volatile long renewedAt;

	private volatile boolean lost;

	/**
	 * A lease that was just taken.
	 * @param nanoTime a clock that never goes back
	 * @param askedAt its reading before the database was asked
	 */
	Lease(UUID rolloutId, long epoch, Duration lifetime, LongSupplier nanoTime, long askedAt) {
		this.rolloutId = rolloutId;
		this.epoch = epoch;
		this.lifetime = lifetime.toNanos();
		this.nanoTime = nanoTime;
		this.renewedAt = askedAt;
	}

	/**
	 * Refuses when the lease is lost, or may have run out without our knowing it. To be
	 * called before every effect.
	 * @throws LeaseLost when another console may drive the rollout
	 */
	void requireHeld() {
		if (this.lost || this.nanoTime.getAsLong() - this.renewedAt >= this.lifetime) {
			throw new LeaseLost(this);
		}
	}

	void renewed(long askedAt) {
		this.renewedAt = askedAt;
	}

	void lost() {
		this.lost = true;
	}

	UUID rolloutId() {
		return this.rolloutId;
	}

	/** Higher than that of every holder before, on whichever rollout. */
	long epoch() {
		return this.epoch;
	}

}
