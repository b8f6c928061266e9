package io.firekeeper.rollouts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Actor;
import io.firekeeper.revisions.ReplicaBundle;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts rollouts and drives them, as one console and then another would.
 */
@TestComponent
class RolloutFixture {

	private static final AtomicLong COUNT = new AtomicLong(1000);

	private final NewRollouts newRollouts;

	private final Rollouts rollouts;

	private final Leases leases;

	private final Driver driver;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RolloutFixture(NewRollouts newRollouts, Rollouts rollouts, Leases leases, Driver driver, JdbcClient jdbc,
			TransactionTemplate transaction, Clock clock) {
		this.newRollouts = newRollouts;
		this.rollouts = rollouts;
		this.leases = leases;
		this.driver = driver;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Starts a rollout of files to simulated replicas. */
	Rollout start(List<SimulatedReplica> replicas, Bundle bundle, Strategy strategy, OnFailure onFailure) {
		Map<Replica, Bundle> bundles = new LinkedHashMap<>();
		replicas.forEach((replica) -> bundles.put(replica.replica, bundle));
		return start(bundles, strategy, onFailure);
	}

	/** Starts a rollout of files. */
	Rollout start(Map<Replica, Bundle> bundles, Strategy strategy, OnFailure onFailure) {
		Map<PlannedStep, ReplicaBundle> steps = new LinkedHashMap<>();
		bundles.forEach((replica, bundle) -> {
			UUID cluster = replica.clusterId();
			steps.put(new PlannedStep(replica.id(), replica.name(), cluster, cluster.toString()),
					new ReplicaBundle(replica.id(), replica.name(), cluster, bundle));
		});
		Rollout rollout = new Rollout(this.newRollouts.nextNumber(), COUNT.incrementAndGet(), RolloutKind.DELIVER,
				Parameters.of(strategy, 50, 0, onFailure), List.of("platform"), Actor.SYSTEM, this.clock.instant());
		this.transaction.executeWithoutResult((status) -> this.newRollouts.begin(rollout, steps, Actor.SYSTEM,
				Message.of("rollouts.event.started", "r" + rollout.revision(), "test")));
		return rollout;
	}

	/** Drives it until it rests. */
	Rollout drive(Rollout rollout) {
		Lease lease = acquire(rollout);
		this.driver.drive(lease);
		this.leases.release(lease);
		return now(rollout);
	}

	Lease acquire(Rollout rollout) {
		return this.leases.acquire(rollout.id()).orElseThrow();
	}

	void drive(Lease lease) {
		this.driver.drive(lease);
	}

	/** As time does when a console was killed or hangs. */
	void leaseRunsOut(Rollout rollout) {
		this.jdbc.sql("update rollouts_lease set until = now() - interval '1 second' where rollout_id = :id")
			.param("id", rollout.id())
			.update();
	}

	/** The rollout as it is stored. */
	Rollout now(Rollout rollout) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Rollout stored = this.rollouts.findById(rollout.id()).orElseThrow();
			stored.steps().forEach(Step::state);
			return stored;
		}));
	}

	boolean isDrivable(Rollout rollout) {
		return this.leases.drivable().contains(rollout.id());
	}

}
