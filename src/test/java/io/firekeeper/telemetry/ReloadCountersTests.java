package io.firekeeper.telemetry;

import io.firekeeper.telemetry.Observation.Outcome;
import io.firekeeper.telemetry.ReloadCounters.Counters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReloadCountersTests {

	private static final ReloadMark BEFORE = new ReloadMark(1000.5, 900);

	@Test
	void whenTheSuccessIsLaterThenItAgrees() {
		assertOutcome(new Counters(true, 1000.6, 900), BEFORE, Outcome.AGREES, "telemetry.proof.counted.agrees");
	}

	@Test
	void whenTheSuccessIsTheSameThenItDiffers() {
		assertOutcome(new Counters(true, 1000.5, 900), BEFORE, Outcome.DIFFERS, "telemetry.proof.counted.same");
	}

	@Test
	void whenTheReplicaSaysItFailedThenALaterSuccessDoesNotCount() {
		assertOutcome(new Counters(false, 2000, 900), BEFORE, Outcome.DIFFERS, "telemetry.proof.counted.failed");
	}

	@Test
	void whenTheProcessRestartedAndLoadedThenItAgreesEvenWithAClockThatWentBack() {
		assertOutcome(new Counters(true, 999, 950), BEFORE, Outcome.AGREES, "telemetry.proof.counted.restarted");
	}

	@Test
	void whenTheProcessRestartedAndHasNotLoadedThenItDiffers() {
		assertOutcome(new Counters(true, 940, 950), BEFORE, Outcome.DIFFERS,
				"telemetry.proof.counted.restarted-not-loaded");
	}

	@Test
	void whenTheKernelsBootTimeJumpsThenThatIsNoRestart() {
		assertOutcome(new Counters(true, 1000.5, 901), BEFORE, Outcome.DIFFERS, "telemetry.proof.counted.same");
	}

	@Test
	void whenThereIsNoMarkThenNothingIsShown() {
		assertOutcome(new Counters(true, 1000.6, 900), new ReloadMark(Double.NaN, Double.NaN), Outcome.NOT_SEEN,
				"telemetry.proof.counted.no-mark");
	}

	@Test
	void whenTheCounterIsGoneThenItDiffers() {
		assertOutcome(new Counters(true, Double.NaN, 900), BEFORE, Outcome.DIFFERS, "telemetry.proof.counted.same");
	}

	private static void assertOutcome(Counters now, ReloadMark before, Outcome outcome, String key) {
		Observation observation = ReloadCounters.judge(now, before);
		assertThat(observation.outcome()).isEqualTo(outcome);
		assertThat(observation.message().key()).isEqualTo(key);
	}

}
