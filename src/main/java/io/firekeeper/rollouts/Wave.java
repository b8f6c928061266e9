package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Replicas that are changed together, watched, and judged by a gate.
 */
@Entity
@Table(name = "rollouts_wave")
class Wave {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "rollout_id")
	private Rollout rollout;

	@Column(name = "wave_index")
	private int position;

	@Enumerated(EnumType.STRING)
	private WaveKind kind;

	@Enumerated(EnumType.STRING)
	private WaveState state = WaveState.WAITING;

	private @Nullable Instant startedAt;

	private @Nullable Instant soakUntil;

	private @Nullable Instant gateUntil;

	private @Nullable Long gatePatienceMillis;

	private @Nullable Instant endedAt;

	@Convert(converter = JsonColumn.OfGate.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable GateResult gate;

	@OneToMany(mappedBy = "wave", cascade = CascadeType.ALL)
	@OrderBy("position")
	@BatchSize(size = 50)
	private List<Step> steps = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Wave() {
	}

	Wave(Rollout rollout, int index, WaveKind kind) {
		this.id = UUID.randomUUID();
		this.rollout = rollout;
		this.position = index;
		this.kind = kind;
	}

	void add(Step step) {
		this.steps.add(step);
	}

	void begin(List<Baseline> baselines, Instant now) {
		become(WaveState.WAITING, WaveState.RUNNING);
		this.startedAt = now;
		for (Baseline baseline : baselines) {
			this.steps.stream()
				.filter((step) -> step.id().equals(baseline.stepId()))
				.forEach((step) -> step.compareWith(baseline));
		}
	}

	/**
	 * Every step is settled: watch until a moment, then judge.
	 * @param patience how long the gate may take to pass while somebody looks
	 */
	void soak(Instant soakEnd, Duration patience) {
		become(WaveState.RUNNING, WaveState.SOAKING);
		this.soakUntil = soakEnd;
		this.gateUntil = soakEnd.plus(patience);
		this.gatePatienceMillis = patience.toMillis();
	}

	/**
	 * Whether nobody looked at its gate for longer than a driver that lives pauses: the
	 * console was dead, hung or without its database, or a person paused the rollout.
	 */
	boolean wasUnwatched(Instant lookedAt, Duration longestPause) {
		Instant last = (this.gate != null) ? this.gate.at() : this.soakUntil;
		return last != null && last.plus(longestPause).isBefore(lookedAt);
	}

	void observe(GateResult result) {
		this.gate = result;
	}

	void pass(GateResult result, Instant now) {
		become(WaveState.SOAKING, WaveState.PASSED);
		this.gate = result;
		this.endedAt = now;
	}

	void fail(GateResult result, Instant now) {
		become(WaveState.SOAKING, WaveState.FAILED);
		this.gate = result;
		this.endedAt = now;
	}

	/**
	 * A person goes on after a pause, or somebody looks again: a failed gate is read
	 * again, and time that passed meanwhile does not count against one that is still
	 * open.
	 */
	void judgeFrom(Instant now) {
		if (this.state == WaveState.FAILED) {
			become(WaveState.FAILED, WaveState.SOAKING);
			this.endedAt = null;
		}
		Instant until = now.plus(gatePatience());
		if (this.gateUntil != null && this.gateUntil.isBefore(until)) {
			this.gateUntil = until;
		}
	}

	/** The rollout went back before the gate passed. */
	void giveUp(Instant now) {
		if (this.state == WaveState.RUNNING || this.state == WaveState.SOAKING) {
			this.state = WaveState.FAILED;
			this.endedAt = now;
		}
	}

	private void become(WaveState from, WaveState next) {
		if (this.state != from) {
			throw IllegalTransition.ofWave(number(), this.state);
		}
		this.state = next;
	}

	/** From 1, for people. */
	int number() {
		return this.position + 1;
	}

	int index() {
		return this.position;
	}

	WaveKind kind() {
		return this.kind;
	}

	WaveState state() {
		return this.state;
	}

	@Nullable Instant startedAt() {
		return this.startedAt;
	}

	@Nullable Instant soakUntil() {
		return this.soakUntil;
	}

	@Nullable Instant gateUntil() {
		return this.gateUntil;
	}

	/** How long its gate may take to pass while somebody looks. */
	Duration gatePatience() {
		return Duration.ofMillis((this.gatePatienceMillis != null) ? this.gatePatienceMillis : 0);
	}

	@Nullable Instant endedAt() {
		return this.endedAt;
	}

	@Nullable GateResult gate() {
		return this.gate;
	}

	List<Step> steps() {
		return Collections.unmodifiableList(this.steps);
	}

	Rollout rollout() {
		return this.rollout;
	}

}
