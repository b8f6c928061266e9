package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.UUID;

import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.ReloadMark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LatestStepTests {

	private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

	private static final double SECONDS = NOW.getEpochSecond();

	private static final ReloadMark RUNNING = new ReloadMark(SECONDS - 10, SECONDS - 1000);

	private static final ReloadMark RESTARTED = new ReloadMark(SECONDS + 300, SECONDS + 300);

	private static final Message NO_ANSWER = Message.of("rollouts.failure.no-answer", "Connection refused");

	private static final Message REFUSED = Message.of("rollouts.failure.reload", 500, "parse error");

	@Test
	void whenLeftOutWhileDownThenItCatchesUpOnceItAnswersAndIsBehind() {
		LatestStep step = step(StepState.SKIPPED, false, true, null, null);
		assertThat(step.reason(true, RUNNING)).contains(CatchUpReason.ANSWERS_AGAIN);
		assertThat(step.reason(false, RUNNING)).isEmpty();
	}

	@Test
	void whenLeftOutWhileItAnsweredThenOnlyARestartBringsItOn() {
		LatestStep step = step(StepState.SKIPPED, false, false, null, null);
		assertThat(step.reason(true, RUNNING)).isEmpty();
		assertThat(step.reason(true, RESTARTED)).contains(CatchUpReason.RESTARTED);
		assertThat(step.reason(true, new ReloadMark(Double.NaN, Double.NaN))).isEmpty();
	}

	@Test
	void whenClocksDifferByLessThanAMinuteThenThatIsNoRestart() {
		LatestStep step = step(StepState.SKIPPED, false, false, null, null);
		assertThat(step.reason(true, new ReloadMark(SECONDS, SECONDS + 59))).isEmpty();
	}

	@Test
	void whenItFailedAndWasSkippedThenItWaitsForAPerson() {
		LatestStep step = step(StepState.SKIPPED, true, true, RUNNING, REFUSED);
		assertThat(step.reason(true, RESTARTED)).isEmpty();
	}

	@Test
	void whenMixedWithoutAnAnswerThenItCatchesUpWhenItAnswersEvenIfTheHeadIsWhatWasProven() {
		LatestStep step = step(StepState.MIXED, true, false, RUNNING, NO_ANSWER);
		assertThat(step.reason(false, RUNNING)).contains(CatchUpReason.ANSWERS_AGAIN);
	}

	@Test
	void whenMixedAndRefusingThenOnlyARestartBringsItOn() {
		LatestStep step = step(StepState.MIXED, true, false, RUNNING, REFUSED);
		assertThat(step.reason(true, RUNNING)).isEmpty();
		assertThat(step.reason(true, new ReloadMark(SECONDS, RUNNING.processStart() + 1))).isEmpty();
		assertThat(step.reason(true, new ReloadMark(SECONDS, RUNNING.processStart() + 30)))
			.contains(CatchUpReason.RESTARTED);
	}

	@Test
	void whenRolledBackToSomethingOlderThenItCatchesUp() {
		LatestStep step = step(StepState.ROLLED_BACK, true, false, RUNNING, null);
		assertThat(step.reason(true, RUNNING)).contains(CatchUpReason.LEFT_BEHIND);
		assertThat(step.reason(false, RUNNING)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = StepState.class, mode = EnumSource.Mode.EXCLUDE, names = "PROVEN")
	void whenACatchUpDidNotSucceedThenNoOtherFollows(StepState state) {
		LatestStep step = new LatestStep(UUID.randomUUID(), 9, RolloutKind.CATCH_UP, state, NOW, true, true, RUNNING,
				NO_ANSWER);
		assertThat(step.reason(true, RESTARTED)).isEmpty();
	}

	private static LatestStep step(StepState state, boolean touched, boolean down, @Nullable ReloadMark mark,
			@Nullable Message error) {
		return new LatestStep(UUID.randomUUID(), 9, RolloutKind.DELIVER, state, NOW, touched, down, mark, error);
	}

}
