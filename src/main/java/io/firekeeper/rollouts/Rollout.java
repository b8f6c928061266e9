package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Delivery of a revision in waves. It knows what may be done with it, and what comes
 * next; it never does it.
 */
@Entity
@Table(name = "rollouts_rollout")
class Rollout {

	@Id
	private UUID id;

	private long number;

	private long revision;

	@Enumerated(EnumType.STRING)
	private RolloutKind kind;

	@Convert(converter = JsonColumn.OfParameters.class)
	@ColumnTransformer(write = "?::jsonb")
	private Parameters parameters;

	@Convert(converter = JsonColumn.OfNames.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<String> teams;

	@Enumerated(EnumType.STRING)
	private RolloutState state = RolloutState.RUNNING;

	private boolean pausedByFailure;

	private boolean settled;

	@Convert(converter = JsonColumn.OfMessage.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable Message reason;

	@Convert(converter = JsonColumn.OfMessages.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<Message> causes = List.of();

	private String startedBy;

	private UUID startedById;

	private Instant startedAt;

	private @Nullable Instant endedAt;

	@OneToMany(mappedBy = "rollout", cascade = CascadeType.ALL)
	@OrderBy("position")
	@BatchSize(size = 50)
	private List<Wave> waves = new ArrayList<>();

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Rollout() {
	}

	Rollout(long number, long revision, RolloutKind kind, Parameters parameters, List<String> teams, Actor actor,
			Instant now) {
		this.id = UUID.randomUUID();
		this.number = number;
		this.revision = revision;
		this.kind = kind;
		this.parameters = parameters;
		this.teams = List.copyOf(teams);
		this.startedBy = actor.name();
		this.startedById = actor.id();
		this.startedAt = now;
	}

	Wave addWave(WaveKind waveKind) {
		Wave wave = new Wave(this, this.waves.size(), waveKind);
		this.waves.add(wave);
		return wave;
	}

	/** What a driver does next. Depends on nothing but the rollout and the moment. */
	Next next(Instant now) {
		return switch (this.state) {
			case RUNNING -> forward(now);
			case PAUSED -> settleInFlight();
			case ROLLING_BACK -> backward();
			case SUCCEEDED, ROLLED_BACK, FAILED -> new Next.Rest();
		};
	}

	private Next forward(Instant now) {
		Optional<Wave> current = this.waves.stream().filter((wave) -> wave.state() != WaveState.PASSED).findFirst();
		return current.map((wave) -> forward(wave, now)).orElseGet(Next.Succeed::new);
	}

	private static Next forward(Wave wave, Instant now) {
		return switch (wave.state()) {
			case WAITING -> new Next.BeginWave(wave);
			case RUNNING -> {
				List<Step> open = wave.steps().stream().filter(Rollout::isOpen).toList();
				yield open.isEmpty() ? new Next.Soak(wave) : new Next.TakeSteps(open);
			}
			case SOAKING -> {
				Instant until = wave.soakUntil();
				yield (until != null && now.isBefore(until)) ? new Next.Wait(until) : new Next.Judge(wave);
			}
			case PASSED, FAILED -> new Next.Rest();
		};
	}

	private static boolean isOpen(Step step) {
		return step.state() == StepState.QUEUED || step.state().inFlight();
	}

	private Next settleInFlight() {
		List<Step> inFlight = steps().stream().filter((step) -> step.state().inFlight()).toList();
		return inFlight.isEmpty() ? new Next.Rest() : new Next.TakeSteps(inFlight);
	}

	private Next backward() {
		for (Wave wave : this.waves.reversed()) {
			List<Step> touched = wave.steps().reversed().stream().filter(Step::needsRollback).toList();
			if (!touched.isEmpty()) {
				return new Next.RollBack(touched);
			}
		}
		return new Next.EndRollback();
	}

	/** Whether a queued step may begin now. */
	boolean mayStartSteps() {
		return this.state == RolloutState.RUNNING
				&& steps().stream().noneMatch((step) -> step.state() == StepState.FAILED);
	}

	void pause(Message why) {
		require(RolloutState.RUNNING, "pause");
		this.state = RolloutState.PAUSED;
		because(why, List.of());
	}

	/**
	 * Goes on. A gate that failed or is still open gets its time from now.
	 * @throws Fault CONFLICT while a failed step waits for a decision
	 */
	void resume(Instant now) {
		require(RolloutState.PAUSED, "resume");
		Optional<Step> failed = steps().stream().filter((step) -> step.state() == StepState.FAILED).findFirst();
		failed.ifPresent((step) -> {
			throw Fault.conflict("rollouts.failed-step-waits", step.replicaName());
		});
		this.waves.stream()
			.filter((wave) -> wave.state() == WaveState.FAILED || wave.state() == WaveState.SOAKING)
			.forEach((wave) -> wave.judgeFrom(now));
		goOn();
	}

	/** Brings everything back that was touched. */
	void abort(Message why) {
		abort(why, List.of());
	}

	private void abort(Message why, List<Message> from) {
		if (!this.state.forward()) {
			throw IllegalTransition.ofRollout(this.number, this.state, "abort");
		}
		this.state = RolloutState.ROLLING_BACK;
		this.pausedByFailure = false;
		because(why, from);
	}

	/**
	 * A step or a gate failed. What a person paused stays paused by that person.
	 * @param from what was seen
	 */
	void failed(Message why, List<Message> from) {
		if (!this.state.forward()) {
			return;
		}
		if (this.parameters.onFailure() == OnFailure.ROLL_BACK) {
			abort(why, from);
		}
		else if (this.state == RolloutState.RUNNING) {
			this.state = RolloutState.PAUSED;
			this.pausedByFailure = true;
			because(why, from);
		}
	}

	private void because(Message why, List<Message> from) {
		this.reason = why;
		this.causes = List.copyOf(from);
	}

	/**
	 * Takes a failed step again, or tries again to bring a mixed replica back.
	 * @return whether the clusters have to be held again
	 */
	boolean retry(Step step, Instant now) {
		if (this.state == RolloutState.FAILED) {
			step.rollBack(now);
			this.state = RolloutState.ROLLING_BACK;
			this.endedAt = null;
			return true;
		}
		require(RolloutState.PAUSED, "retry");
		step.retry(now);
		goOnWithoutFailures();
		return false;
	}

	void skip(Step step, String why, boolean down, Instant now) {
		if (!this.state.forward()) {
			throw IllegalTransition.ofRollout(this.number, this.state, "skip");
		}
		step.skip(why, down, now);
		goOnWithoutFailures();
	}

	private void goOnWithoutFailures() {
		boolean failures = steps().stream().anyMatch((step) -> step.state() == StepState.FAILED);
		if (this.pausedByFailure && !failures) {
			goOn();
		}
	}

	private void goOn() {
		this.state = RolloutState.RUNNING;
		this.pausedByFailure = false;
		this.reason = null;
		this.causes = List.of();
	}

	/** Every wave passed. */
	void succeed(Instant now) {
		require(RolloutState.RUNNING, "succeed");
		this.state = RolloutState.SUCCEEDED;
		this.settled = true;
		this.endedAt = now;
	}

	/**
	 * Nothing is left to bring back.
	 * @return whether the revision has to be taken back now; only the first time
	 */
	boolean endRollback(Instant now) {
		require(RolloutState.ROLLING_BACK, "end");
		this.state = steps().stream().anyMatch((step) -> step.state() == StepState.MIXED) ? RolloutState.FAILED
				: RolloutState.ROLLED_BACK;
		this.endedAt = now;
		this.waves.forEach((wave) -> wave.giveUp(now));
		boolean first = !this.settled;
		this.settled = true;
		return first;
	}

	private void require(RolloutState wanted, String what) {
		if (this.state != wanted) {
			throw IllegalTransition.ofRollout(this.number, this.state, what);
		}
	}

	/** Whether at least one replica runs the revision now, proven. */
	boolean provenSomewhere() {
		return steps().stream().anyMatch((step) -> step.state() == StepState.PROVEN);
	}

	/** The replicas that a rollback would bring back. */
	List<Step> touched() {
		return steps().stream().filter(Step::needsRollback).toList();
	}

	List<Step> steps() {
		return this.waves.stream().flatMap((wave) -> wave.steps().stream()).toList();
	}

	Step step(UUID stepId) {
		return steps().stream().filter((step) -> step.id().equals(stepId)).findFirst().orElseThrow();
	}

	/**
	 * The step of a replica.
	 * @throws Fault NOT_FOUND
	 */
	Step stepOf(String replica) {
		return steps().stream()
			.filter((step) -> step.replicaName().equals(replica))
			.findFirst()
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-step", this.number, replica));
	}

	Wave wave(int index) {
		return this.waves.get(index);
	}

	List<Wave> waves() {
		return Collections.unmodifiableList(this.waves);
	}

	UUID id() {
		return this.id;
	}

	long number() {
		return this.number;
	}

	long revision() {
		return this.revision;
	}

	RolloutKind kind() {
		return this.kind;
	}

	Parameters parameters() {
		return this.parameters;
	}

	List<String> teams() {
		return this.teams;
	}

	RolloutState state() {
		return this.state;
	}

	boolean pausedByFailure() {
		return this.pausedByFailure;
	}

	@Nullable Message reason() {
		return this.reason;
	}

	/** What the reason comes from, each a sentence of its own. */
	List<Message> causes() {
		return this.causes;
	}

	String startedBy() {
		return this.startedBy;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	@Nullable Instant endedAt() {
		return this.endedAt;
	}

	/**
	 * Counts what was decided about it, by people and by failures; not its progress.
	 */
	long version() {
		return (this.version != null) ? this.version : 0;
	}

}
