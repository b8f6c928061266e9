package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.GateReading;
import io.firekeeper.telemetry.Observation;
import io.firekeeper.telemetry.Observation.Kind;
import io.firekeeper.telemetry.Observation.Outcome;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.OriginReading;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;

/**
 * A fleet in memory whose every effect can be interrupted right before and right after it
 * happens, as no real replica can.
 */
final class SimulatedReplicas implements Replicas {

	static final Bundle BEFORE = bundle("before");

	static final Bundle AFTER = bundle("after");

	static final Bundle BROKEN = bundle("broken");

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final Map<UUID, SimulatedReplica> fleet = new ConcurrentHashMap<>();

	private volatile Interruption interruption = (point) -> {
	};

	/** A cluster of replicas that run {@link #BEFORE}, proven. */
	List<SimulatedReplica> cluster(int size) {
		UUID cluster = UUID.randomUUID();
		String name = "c" + COUNT.incrementAndGet();
		return IntStream.range(0, size).mapToObj((index) -> {
			SimulatedReplica replica = new SimulatedReplica(cluster, name + "-" + index).runs(BEFORE, 1);
			this.fleet.put(replica.replica.id(), replica);
			return replica;
		}).toList();
	}

	/** Called at every point, such as {@code push eu-0} and {@code pushed eu-0}. */
	void interruptBy(Interruption next) {
		this.interruption = next;
	}

	@Override
	public Optional<Replica> find(UUID id) {
		return Optional.ofNullable(this.fleet.get(id)).map((simulated) -> simulated.replica);
	}

	@Override
	public List<Replica> ofCluster(UUID clusterId) {
		return this.fleet.values()
			.stream()
			.map((simulated) -> simulated.replica)
			.filter((replica) -> replica.clusterId().equals(clusterId))
			.toList();
	}

	@Override
	public PushOutcome push(DeliveryOrder order, long epoch) {
		SimulatedReplica target = of(order.replica());
		at("push", target);
		if (target.diskFull) {
			return new PushOutcome.Failed("No space left on device");
		}
		synchronized (target) {
			if (epoch < target.epoch) {
				return new PushOutcome.EpochRefused(target.epoch);
			}
			target.epoch = epoch;
			target.disk = order.bundle();
			target.pushes.incrementAndGet();
		}
		at("pushed", target);
		return new PushOutcome.Pushed(SimulatedReplica.delivered(order.bundle()));
	}

	@Override
	public PushOutcome restore(Replica replica, Origin origin, long epoch) {
		SimulatedReplica target = of(replica);
		at("restore", target);
		synchronized (target) {
			if (epoch < target.epoch) {
				return new PushOutcome.EpochRefused(target.epoch);
			}
			target.epoch = epoch;
			target.disk = target.before;
		}
		at("restored", target);
		return new PushOutcome.Pushed(origin.deliveredDigest());
	}

	@Override
	public OriginReading origin(Replica replica) {
		SimulatedReplica target = of(replica);
		Bundle files = target.disk;
		Bundle runs = target.running;
		if (files == null || runs == null || !target.alive) {
			return new OriginReading.Unseen(Message.of("telemetry.origin.nothing", "/srv"));
		}
		target.before = files;
		return new OriginReading.Seen(
				new Origin("bootstrap", SimulatedReplica.delivered(files), runs.digest().hex(), "no rules"));
	}

	@Override
	public ReadBack readBack(Replica replica) {
		SimulatedReplica target = of(replica);
		return (target.disk != null) ? new ReadBack.Found(SimulatedReplica.delivered(target.disk), "rev")
				: new ReadBack.Nothing();
	}

	@Override
	public String expectedDigest(DeliveryOrder order) {
		return SimulatedReplica.delivered(order.bundle());
	}

	@Override
	public ReloadOutcome reload(Replica replica) {
		SimulatedReplica target = of(replica);
		at("reload", target);
		if (!target.alive) {
			return new ReloadOutcome.NoAnswer("Connection refused");
		}
		target.reloads.incrementAndGet();
		if (SimulatedReplica.isBroken(target.disk)) {
			return new ReloadOutcome.Rejected(500, "failed to reload config: parse error");
		}
		if (!target.keepsOldConfiguration) {
			target.running = target.disk;
		}
		target.counter++;
		at("reloaded", target);
		return new ReloadOutcome.Accepted(Duration.ofMillis(3));
	}

	@Override
	public ReloadMark mark(Replica replica) {
		SimulatedReplica target = of(replica);
		return target.alive ? new ReloadMark(target.counter, 1) : new ReloadMark(Double.NaN, Double.NaN);
	}

	@Override
	public Proof prove(DeliveryOrder order, String delivered, ReloadOutcome reload, ReloadMark before) {
		SimulatedReplica target = of(order.replica());
		at("prove", target);
		Proof proof = new Proof(List.of(
				observed(Kind.BYTES,
						SimulatedReplica.delivered(order.bundle()).equals(delivered)
								&& order.bundle().equals(target.disk)),
				observed(Kind.RELOAD, reload instanceof ReloadOutcome.Accepted),
				observed(Kind.RELOAD_COUNTED, target.counter > before.successTimestamp()),
				observed(Kind.CONFIGURATION, target.alive && order.bundle().equals(target.running))), Instant.EPOCH);
		at("observed", target);
		return proof;
	}

	@Override
	public Proof prove(Replica replica, Origin origin, ReloadOutcome reload, ReloadMark before) {
		SimulatedReplica target = of(replica);
		at("prove", target);
		Bundle files = target.disk;
		Bundle runs = target.running;
		return new Proof(
				List.of(observed(Kind.BYTES,
						files != null && SimulatedReplica.delivered(files).equals(origin.deliveredDigest())),
						observed(Kind.RELOAD, reload instanceof ReloadOutcome.Accepted),
						observed(Kind.RELOAD_COUNTED, target.counter > before.successTimestamp()),
						observed(Kind.CONFIGURATION,
								target.alive && runs != null && runs.digest().hex().equals(origin.configuration()))),
				Instant.EPOCH);
	}

	@Override
	public GateReading reading(Replica replica) {
		SimulatedReplica target = of(replica);
		at("read", target);
		return new GateReading(target.alive, Map.copyOf(target.targetsUp), Map.copyOf(target.targetsUp),
				target.failingRules, OptionalDouble.of(1000), Instant.EPOCH);
	}

	@Override
	public void keepProven(DeliveryOrder order, String delivered, Proof proof) {
		of(order.replica()).proven = new ProvenBundle(order.revision(), order.bundle(), order.bundle().digest(),
				delivered);
	}

	@Override
	public boolean isDown(UUID replicaId) {
		return !java.util.Objects.requireNonNull(this.fleet.get(replicaId)).alive;
	}

	@Override
	public Optional<ProvenBundle> lastProven(UUID replicaId) {
		SimulatedReplica simulated = this.fleet.get(replicaId);
		return (simulated != null) ? Optional.ofNullable(simulated.proven) : Optional.empty();
	}

	private SimulatedReplica of(Replica replica) {
		return java.util.Objects.requireNonNull(this.fleet.get(replica.id()));
	}

	private void at(String effect, SimulatedReplica target) {
		this.interruption.at(effect + " " + target.name());
	}

	private static Observation observed(Kind kind, boolean agrees) {
		return new Observation(kind, agrees ? Outcome.AGREES : Outcome.DIFFERS,
				Message.of("rollouts.failure.unexpected", kind));
	}

	private static Bundle bundle(String name) {
		return Bundle.of(Map.of("prometheus.yml", """
				global:
				  external_labels:
				    version: %s
				scrape_configs:
				  - job_name: node
				    scrape_interval: 1ms
				""".formatted(name)));
	}

	/**
	 * What happens at a point.
	 */
	@FunctionalInterface
	interface Interruption {

		void at(String point);

	}

	/**
	 * The console is killed here.
	 */
	static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

		Killed(String point) {
			super("killed at " + point);
		}

	}

}
