package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.telemetry.Observation;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Guarded transitions, and what comes next, without a database.
 */
class RolloutTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final Proof PROOF = new Proof(List
		.of(new Observation(Observation.Kind.BYTES, Observation.Outcome.AGREES, Message.of("telemetry.agrees"))), NOW);

	private static final Message WHY = Message.of("rollouts.failure.push", "disk full");

	@Test
	void whenStartedThenTheFirstWaveBegins() {
		Rollout rollout = canary(OnFailure.ROLL_BACK);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.BeginWave(rollout.wave(0)));
	}

	@Test
	void whenTheWaveRunsThenItsOpenStepsAreTaken() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.TakeSteps(rollout.wave(0).steps()));
	}

	@Test
	void whenEveryStepIsProvenThenTheWaveSoaksAndIsJudged() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		prove(rollout.wave(0).steps().getFirst());
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Soak(rollout.wave(0)));
		rollout.wave(0).soak(NOW.plusSeconds(60), Duration.ofSeconds(30));
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Wait(NOW.plusSeconds(60)));
		assertThat(rollout.next(NOW.plusSeconds(60))).isEqualTo(new Next.Judge(rollout.wave(0)));
	}

	@Test
	void whenEveryWavePassedThenItSucceedsOnce() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		pass(rollout.wave(0));
		rollout.wave(1).begin(List.of(), NOW);
		pass(rollout.wave(1));
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Succeed());
		rollout.succeed(NOW);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Rest());
		assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> rollout.succeed(NOW));
	}

	@Test
	void whenAStepFailsThenNoOtherBeginsAndWhatWasTouchedGoesBackInReverse() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		pass(rollout.wave(0));
		rollout.wave(1).begin(List.of(), NOW);
		Step failing = rollout.wave(1).steps().getFirst();
		failing.deliver(NOW);
		failing.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		assertThat(rollout.mayStartSteps()).isFalse();
		assertThat(rollout.next(NOW)).isEqualTo(new Next.RollBack(List.of(failing)));
		failing.rollBack(NOW);
		failing.unchanged(NOW);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.RollBack(rollout.wave(0).steps()));
	}

	@Test
	void whenEverythingIsBackThenTheRevisionIsTakenBackOnce() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		step.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		step.rollBack(NOW);
		step.mixed(WHY, NOW);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.EndRollback());
		assertThat(rollout.endRollback(NOW)).isTrue();
		assertThat(rollout.state()).isEqualTo(RolloutState.FAILED);
		assertThat(rollout.retry(step, NOW)).isTrue();
		step.rolledBack(PROOF, NOW);
		assertThat(rollout.endRollback(NOW)).isFalse();
		assertThat(rollout.state()).isEqualTo(RolloutState.ROLLED_BACK);
	}

	@Test
	void whenAFailurePausesThenRetryGoesOn() {
		Rollout rollout = running(OnFailure.PAUSE);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		step.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		assertThat(rollout.state()).isEqualTo(RolloutState.PAUSED);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Rest());
		rollout.retry(step, NOW);
		assertThat(rollout.state()).isEqualTo(RolloutState.RUNNING);
		assertThat(step.attempt()).isEqualTo(2);
		assertThat(step.error()).isNull();
	}

	@Test
	void whenAFailedStepWaitsThenResumeIsRefused() {
		Rollout rollout = running(OnFailure.PAUSE);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		step.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> rollout.resume(NOW))
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT));
		rollout.skip(step, "being replaced", false, NOW);
		assertThat(rollout.state()).isEqualTo(RolloutState.RUNNING);
	}

	@Test
	void whenAPersonPausedThenSkippingDoesNotGoOn() {
		Rollout rollout = running(OnFailure.PAUSE);
		rollout.pause(WHY);
		rollout.skip(rollout.wave(1).steps().getFirst(), "being replaced", false, NOW);
		assertThat(rollout.state()).isEqualTo(RolloutState.PAUSED);
	}

	@Test
	void whenPausedThenStepsInFlightAreStillSettled() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		rollout.pause(WHY);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.TakeSteps(List.of(step)));
		prove(step, (ignored) -> {
		});
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Rest());
	}

	@Test
	void whenAFailedGatePausedThenResumeReadsItAgain() {
		Rollout rollout = running(OnFailure.PAUSE);
		prove(rollout.wave(0).steps().getFirst());
		rollout.wave(0).soak(NOW, Duration.ZERO);
		rollout.wave(0).fail(new GateResult(List.of(), NOW), NOW);
		rollout.failed(WHY, List.of());
		rollout.resume(NOW.plusSeconds(30));
		assertThat(rollout.next(NOW)).isEqualTo(new Next.Judge(rollout.wave(0)));
	}

	@Test
	void whenAWatchedWaveWasPausedThenResumeLeavesItsGateTimeToPass() {
		Rollout rollout = running(OnFailure.PAUSE);
		prove(rollout.wave(0).steps().getFirst());
		rollout.wave(0).soak(NOW, Duration.ofSeconds(30));
		rollout.pause(WHY);
		rollout.resume(NOW.plusSeconds(600));
		assertThat(rollout.wave(0).gateUntil()).isEqualTo(NOW.plusSeconds(630));
		rollout.pause(WHY);
		rollout.resume(NOW.plusSeconds(60));
		assertThat(rollout.wave(0).gateUntil()).isEqualTo(NOW.plusSeconds(630));
	}

	@Test
	void whenNobodyLookedForLongerThanALiveDriverPausesThenTheGateWasUnwatched() {
		Wave wave = running(OnFailure.ROLL_BACK).wave(0);
		prove(wave.steps().getFirst());
		Duration lease = Duration.ofSeconds(15);
		wave.soak(NOW.plusSeconds(60), Duration.ofSeconds(30));
		assertThat(wave.wasUnwatched(NOW.plusSeconds(75), lease)).isFalse();
		assertThat(wave.wasUnwatched(NOW.plusSeconds(76), lease)).isTrue();
		wave.observe(new GateResult(List.of(), NOW.plusSeconds(80)));
		assertThat(wave.wasUnwatched(NOW.plusSeconds(90), lease)).isFalse();
		wave.judgeFrom(NOW.plusSeconds(300));
		assertThat(wave.gateUntil()).isEqualTo(NOW.plusSeconds(330));
	}

	@Test
	void whenAPersonPausedAndAStepFailsThenRetryDoesNotGoOn() {
		Rollout rollout = running(OnFailure.PAUSE);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		rollout.pause(WHY);
		step.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		assertThat(rollout.pausedByFailure()).isFalse();
		rollout.retry(step, NOW);
		assertThat(rollout.state()).isEqualTo(RolloutState.PAUSED);
	}

	@Test
	void whenEverythingIsBackThenTheWaveThatRanHasFailedAndTheOthersStay() {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		step.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		step.rollBack(NOW);
		step.unchanged(NOW);
		rollout.endRollback(NOW);
		assertThat(rollout.waves()).extracting(Wave::state).containsExactly(WaveState.FAILED, WaveState.WAITING);
		assertThat(rollout.wave(0).endedAt()).isEqualTo(NOW);
	}

	@Test
	void whenASkippedStepWasTouchedThenItGoesBackToo() {
		Rollout rollout = running(OnFailure.PAUSE);
		Step step = rollout.wave(0).steps().getFirst();
		step.deliver(NOW);
		step.failed(WHY, NOW);
		rollout.failed(WHY, List.of());
		rollout.skip(step, "being replaced", false, NOW);
		rollout.abort(WHY);
		assertThat(rollout.next(NOW)).isEqualTo(new Next.RollBack(List.of(step)));
	}

	@ParameterizedTest
	@EnumSource(value = RolloutState.class, names = { "SUCCEEDED", "ROLLED_BACK", "FAILED" })
	void whenItHasEndedThenNothingIsAllowedButRetryingAMixedReplica(RolloutState state) {
		Rollout rollout = ended(state);
		Step step = rollout.wave(1).steps().getFirst();
		refused(() -> rollout.pause(WHY));
		refused(() -> rollout.resume(NOW));
		refused(() -> rollout.abort(WHY));
		refused(() -> rollout.skip(step, "why", false, NOW));
		refused(() -> rollout.retry(step, NOW));
		refused(() -> rollout.succeed(NOW));
		assertThat(rollout.state()).isEqualTo(state);
	}

	@ParameterizedTest
	@EnumSource(StepState.class)
	void whenATransitionIsNotOnTheMapThenItIsRefused(StepState from) {
		for (StepState next : StepState.values()) {
			Step step = step(from);
			if (!from.mayBecome(next)) {
				refused(() -> move(step, next));
				assertThat(step.state()).isEqualTo(from);
			}
		}
	}

	@Test
	void whenAProofDoesNotHoldThenTheStepIsNotProven() {
		Step step = step(StepState.VERIFYING);
		refused(() -> step.proven(new Proof(List.of(), NOW), NOW));
	}

	private static void refused(Runnable transition) {
		assertThatExceptionOfType(Fault.class).isThrownBy(transition::run)
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT));
	}

	private static Rollout ended(RolloutState state) {
		Rollout rollout = running(OnFailure.ROLL_BACK);
		Step step = rollout.wave(0).steps().getFirst();
		if (state == RolloutState.SUCCEEDED) {
			rollout.succeed(NOW);
			return rollout;
		}
		step.deliver(NOW);
		rollout.abort(WHY);
		step.rollBack(NOW);
		if (state == RolloutState.FAILED) {
			step.mixed(WHY, NOW);
		}
		else {
			step.unchanged(NOW);
		}
		rollout.endRollback(NOW);
		return rollout;
	}

	private static Step step(StepState state) {
		Step step = running(OnFailure.ROLL_BACK).wave(0).steps().getFirst();
		Map<StepState, List<StepState>> ways = Map.of(StepState.QUEUED, List.of(), StepState.DELIVERING,
				List.of(StepState.DELIVERING), StepState.RELOADING, List.of(StepState.DELIVERING, StepState.RELOADING),
				StepState.VERIFYING, List.of(StepState.DELIVERING, StepState.RELOADING, StepState.VERIFYING),
				StepState.PROVEN,
				List.of(StepState.DELIVERING, StepState.RELOADING, StepState.VERIFYING, StepState.PROVEN),
				StepState.FAILED, List.of(StepState.DELIVERING, StepState.FAILED), StepState.ROLLING_BACK,
				List.of(StepState.DELIVERING, StepState.ROLLING_BACK), StepState.ROLLED_BACK,
				List.of(StepState.DELIVERING, StepState.ROLLING_BACK, StepState.ROLLED_BACK), StepState.MIXED,
				List.of(StepState.DELIVERING, StepState.ROLLING_BACK, StepState.MIXED), StepState.SKIPPED,
				List.of(StepState.SKIPPED));
		ways.getOrDefault(state, List.of()).forEach((next) -> move(step, next));
		assertThat(step.state()).isEqualTo(state);
		return step;
	}

	private static void move(Step step, StepState next) {
		switch (next) {
			case QUEUED -> step.retry(NOW);
			case DELIVERING -> step.deliver(NOW);
			case RELOADING -> step.delivered("abc", new ReloadMark(1, 1), NOW);
			case VERIFYING -> step.reloaded(Duration.ofMillis(3), NOW);
			case PROVEN -> step.proven(PROOF, NOW);
			case FAILED -> step.failed(WHY, NOW);
			case ROLLING_BACK -> step.rollBack(NOW);
			case ROLLED_BACK -> step.rolledBack(PROOF, NOW);
			case MIXED -> step.mixed(WHY, NOW);
			case SKIPPED -> step.skip("why", false, NOW);
		}
	}

	private static void prove(Step step) {
		prove(step, (queued) -> queued.deliver(NOW));
	}

	private static void prove(Step step, Consumer<Step> begin) {
		begin.accept(step);
		move(step, StepState.RELOADING);
		move(step, StepState.VERIFYING);
		move(step, StepState.PROVEN);
	}

	private static void pass(Wave wave) {
		wave.steps().forEach(RolloutTests::prove);
		wave.soak(NOW, Duration.ZERO);
		wave.pass(new GateResult(List.of(), NOW), NOW);
	}

	private static Rollout running(OnFailure onFailure) {
		Rollout rollout = canary(onFailure);
		rollout.wave(0).begin(List.of(), NOW);
		return rollout;
	}

	private static Rollout canary(OnFailure onFailure) {
		Rollout rollout = new Rollout(7, 418, RolloutKind.DELIVER, Parameters.of(Strategy.CANARY, 25, 60, onFailure),
				List.of("platform"), Actor.SYSTEM, NOW);
		UUID cluster = UUID.randomUUID();
		for (int index = 0; index < 2; index++) {
			Wave wave = rollout.addWave((index == 0) ? WaveKind.CANARY : WaveKind.REST);
			wave.add(new Step(wave, 0, new PlannedStep(UUID.randomUUID(), "eu-" + index, cluster, "eu"), "0123456789ab",
					null));
		}
		return rollout;
	}

}
