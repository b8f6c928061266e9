package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who drives which rollout. Leases run on the database's time; each one that is taken has
 * a higher epoch than every one before.
 */
class Leases {

	private static final String DRIVABLE = """
			select r.id from rollouts_rollout r
			left join rollouts_lease l on l.rollout_id = r.id
			where (l.until is null or l.until < now())
			and (r.state in ('RUNNING', 'ROLLING_BACK') or r.state = 'PAUSED' and exists (
				select 1 from rollouts_step s join rollouts_wave w on w.id = s.wave_id
				where w.rollout_id = r.id and s.state in ('DELIVERING', 'RELOADING', 'VERIFYING')))
			order by r.number""";

	private static final String ACQUIRE = """
			insert into rollouts_lease (rollout_id, holder, until, epoch)
			values (:rollout, :holder, now() + make_interval(secs => :seconds), nextval('rollouts_epoch'))
			on conflict (rollout_id) do update
			set holder = excluded.holder, until = excluded.until, epoch = excluded.epoch
			where rollouts_lease.until < now()
			returning epoch""";

	private static final String RENEW = """
			update rollouts_lease set until = now() + make_interval(secs => :seconds)
			where rollout_id = :rollout and epoch = :epoch and until > now()""";

	private final JdbcClient jdbc;

	private final String holder;

	private final Duration lifetime;

	private final LongSupplier nanoTime;

	/**
	 * Leases for one console.
	 * @param holder names the console
	 * @param lifetime how long a lease lasts unless it is renewed
	 * @param nanoTime a clock that never goes back
	 */
	Leases(JdbcClient jdbc, String holder, Duration lifetime, LongSupplier nanoTime) {
		this.jdbc = jdbc;
		this.holder = holder;
		this.lifetime = lifetime;
		this.nanoTime = nanoTime;
	}

	/** Rollouts that have something to do and nobody who does it. */
	List<UUID> drivable() {
		return this.jdbc.sql(DRIVABLE).query((row, number) -> row.getObject("id", UUID.class)).list();
	}

	/** Takes the lease, when nobody holds it. */
	Optional<Lease> acquire(UUID rolloutId) {
		long askedAt = this.nanoTime.getAsLong();
		return this.jdbc.sql(ACQUIRE)
			.param("rollout", rolloutId)
			.param("holder", this.holder)
			.param("seconds", seconds())
			.query(Long.class)
			.optional()
			.map((epoch) -> new Lease(rolloutId, epoch, this.lifetime, this.nanoTime, askedAt));
	}

	/** Renews a lease, or marks it lost. */
	void renew(Lease lease) {
		long askedAt = this.nanoTime.getAsLong();
		int renewed = this.jdbc.sql(RENEW)
			.param("seconds", seconds())
			.param("rollout", lease.rolloutId())
			.param("epoch", lease.epoch())
			.update();
		if (renewed == 1) {
			lease.renewed(askedAt);
		}
		else {
			lease.lost();
		}
	}

	/**
	 * Gives a lease back, so that another driver may take it at once. One that is no
	 * longer ours stays whose it is.
	 */
	void release(Lease lease) {
		lease.lost();
		this.jdbc.sql("update rollouts_lease set until = now() where rollout_id = :rollout and epoch = :epoch")
			.param("rollout", lease.rolloutId())
			.param("epoch", lease.epoch())
			.update();
	}

	/**
	 * Refuses when the lease was taken over. The lease stays as it is until the
	 * surrounding transaction ends.
	 * @throws LeaseLost when another console drives the rollout
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void require(Lease lease) {
		lease.requireHeld();
		Optional<Long> epoch = this.jdbc.sql("select epoch from rollouts_lease where rollout_id = :rollout for share")
			.param("rollout", lease.rolloutId())
			.query(Long.class)
			.optional();
		if (epoch.isEmpty() || epoch.get() != lease.epoch()) {
			lease.lost();
			throw new LeaseLost(lease);
		}
	}

	private double seconds() {
		return this.lifetime.toMillis() / 1000.0;
	}

}
