package io.firekeeper.rollouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.GateReading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is done around the steps of a wave: figures before it, watching, and the gate.
 */
@Component
class WaveRun {

	private final RolloutTransitions transitions;

	private final DeliveryOrders orders;

	private final Replicas replicas;

	private final Patience patience;

	private final Clock clock;

	WaveRun(RolloutTransitions transitions, DeliveryOrders orders, Replicas replicas, Patience patience, Clock clock) {
		this.transitions = transitions;
		this.orders = orders;
		this.replicas = replicas;
		this.patience = patience;
		this.clock = clock;
	}

	/** Reads the figures that the gate will compare with, and begins. */
	void begin(Lease lease, Wave wave) {
		List<Baseline> baselines = Parallel.map(wave.steps(), this::baseline);
		this.transitions.beginWave(lease, wave.index(), baselines);
	}

	private Baseline baseline(Step step) {
		Replica twin = twin(step).orElse(null);
		return new Baseline(step.id(), read(step.replicaId()), twin, (twin != null) ? read(twin.id()) : null);
	}

	/** A replica of the same cluster that no wave up to this one touches. */
	private Optional<Replica> twin(Step step) {
		Set<UUID> touched = step.wave()
			.rollout()
			.waves()
			.stream()
			.filter((wave) -> wave.index() <= step.wave().index())
			.flatMap((wave) -> wave.steps().stream())
			.map(Step::replicaId)
			.collect(Collectors.toSet());
		return this.replicas.ofCluster(step.clusterId())
			.stream()
			.filter((replica) -> !touched.contains(replica.id()))
			.min(Comparator.comparing(Replica::name));
	}

	/** Every step is settled: sets how long the wave is watched. */
	void soak(Lease lease, Wave wave) {
		Duration interval = proven(wave).stream()
			.map((step) -> this.orders.compare(step).settling())
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
		Duration chosen = proven(wave).isEmpty() ? Duration.ZERO : wave.rollout().parameters().soak();
		this.transitions.soak(lease, wave.index(), longer(chosen, interval),
				longer(this.patience.pace().gatePatience(), interval.multipliedBy(2)));
	}

	/**
	 * Reads the gate once; it fails only when its time is over and somebody looked all
	 * the while.
	 */
	void judge(Lease lease, Wave wave) {
		boolean unwatched = wave.wasUnwatched(this.clock.instant(), this.patience.pace().leaseLifetime());
		GateResult result = new GateResult(rows(wave), this.clock.instant());
		if (result.passes()) {
			this.transitions.gatePassed(lease, wave.index(), result);
		}
		else if (unwatched) {
			this.transitions.gateWatchedAgain(lease, wave.index(), result);
			this.patience.pause();
		}
		else if (this.patience.endedBy(Objects.requireNonNullElse(wave.gateUntil(), Instant.MIN))) {
			this.transitions.gateFailed(lease, wave.index(), result);
		}
		else {
			this.transitions.gateObserved(lease, wave.index(), result);
			this.patience.pause();
		}
	}

	private List<GateRow> rows(Wave wave) {
		GateJudge judge = new GateJudge(wave.rollout().parameters().bounds());
		List<GateRow> rows = new ArrayList<>();
		for (Step step : proven(wave)) {
			rows.add(new GateRow(GateRow.Metric.PROVEN, step.replicaName(), Message.of("rollouts.gate.proven"), null,
					null, GateRow.Verdict.PASSED, null));
		}
		Parallel.map(proven(wave), this::subject).forEach((subject) -> rows.addAll(judge.judge(subject)));
		return rows;
	}

	private GateSubject subject(Step step) {
		UUID twin = step.twinId();
		return new GateSubject(step.replicaName(), this.orders.compare(step).unchanged(), step.readingBefore(),
				read(step.replicaId()), step.twinName(), step.twinBefore(), (twin != null) ? read(twin) : null);
	}

	private GateReading read(UUID replicaId) {
		return this.replicas.find(replicaId).map(this.replicas::reading).orElseGet(this::nothing);
	}

	private GateReading nothing() {
		return new GateReading(false, Map.of(), Map.of(), Map.of(), OptionalDouble.empty(), this.clock.instant());
	}

	private static List<Step> proven(Wave wave) {
		return wave.steps().stream().filter((step) -> step.state() == StepState.PROVEN).toList();
	}

	private static Duration longer(Duration left, Duration right) {
		return (left.compareTo(right) > 0) ? left : right;
	}

}
