package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.rollouts.GateRow.Metric;
import io.firekeeper.rollouts.GateRow.Verdict;
import io.firekeeper.telemetry.GateReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GateJudgeTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final GateReading BEFORE = reading(4, 100_000);

	@Test
	void whenNothingMovedThenEveryFigurePasses() {
		assertThat(judge(alone(BEFORE, BEFORE))).containsOnly(Map.entry(Metric.TARGETS, Verdict.PASSED),
				Map.entry(Metric.RULE_FAILURES, Verdict.PASSED), Map.entry(Metric.HEAD_SERIES, Verdict.PASSED));
	}

	@Test
	void whenAnUnchangedJobLosesATargetThenItFails() {
		assertThat(judge(alone(BEFORE, reading(3, 100_000)))).containsEntry(Metric.TARGETS, Verdict.FAILED);
	}

	@Test
	void whenAChangedJobLosesATargetThenItDoesNotCount() {
		GateSubject subject = new GateSubject("eu-0", Set.of(), BEFORE, reading(1, 100_000), null, null, null);
		assertThat(judge(subject)).containsEntry(Metric.TARGETS, Verdict.PASSED);
	}

	@Test
	void whenTheTwinLosesAsManyTargetsThenTheChangeIsNotBlamed() {
		assertThat(judge(beside(BEFORE, reading(3, 100_000), BEFORE, reading(3, 100_000))))
			.containsEntry(Metric.TARGETS, Verdict.PASSED);
	}

	@Test
	void whenTheTwinLosesFewerTargetsThenItFails() {
		assertThat(judge(beside(BEFORE, reading(1, 100_000), BEFORE, reading(3, 100_000))))
			.containsEntry(Metric.TARGETS, Verdict.FAILED);
	}

	@Test
	void whenTheTwinGainsTargetsThenLaggingBehindIsNoFailure() {
		assertThat(judge(beside(BEFORE, BEFORE, BEFORE, reading(9, 100_000)))).containsEntry(Metric.TARGETS,
				Verdict.PASSED);
	}

	@Test
	void whenTheTwinCannotBeReadThenItExcusesNothing() {
		assertThat(judge(beside(BEFORE, reading(3, 100_000), BEFORE, unreadable()))).containsEntry(Metric.TARGETS,
				Verdict.FAILED);
	}

	@Test
	void whenARuleFailsThatDidNotThenItFailsWithItsError() {
		assertThat(judge(alone(BEFORE, failing("old: a", "new: b")))).containsEntry(Metric.RULE_FAILURES,
				Verdict.FAILED);
	}

	@Test
	void whenARuleFailedBeforeThenTheChangeIsNotBlamed() {
		assertThat(judge(alone(BEFORE, failing("old: a")))).containsEntry(Metric.RULE_FAILURES, Verdict.PASSED);
	}

	@Test
	void whenTheRuleFailsOnTheTwinTooThenTheChangeIsNotBlamed() {
		assertThat(judge(beside(BEFORE, failing("new: b"), BEFORE, failing("new: b"))))
			.containsEntry(Metric.RULE_FAILURES, Verdict.PASSED);
		assertThat(judge(beside(BEFORE, failing("new: b"), BEFORE, failing("new: c"))))
			.containsEntry(Metric.RULE_FAILURES, Verdict.FAILED);
	}

	@ParameterizedTest
	@CsvSource({ "100000,50000,PASSED", "100000,49999,FAILED", "100000,200000,PASSED", "100000,200001,FAILED",
			"700,2100,PASSED", "700,10699,PASSED", "700,10700,FAILED", "100000,95000,PASSED" })
	void whenHeadSeriesMoveThenTheyStayWithinBounds(double before, double now, Verdict verdict) {
		assertThat(judge(alone(reading(4, before), reading(4, now)))).containsEntry(Metric.HEAD_SERIES, verdict);
	}

	@Test
	void whenTheReplicaCannotBeReadThenItFails() {
		assertThat(judge(alone(BEFORE, unreadable()))).containsExactly(Map.entry(Metric.TARGETS, Verdict.FAILED));
	}

	@Test
	void whenThereAreNoFiguresFromBeforeThenNothingIsCompared() {
		assertThat(judge(alone(null, BEFORE))).containsOnly(Map.entry(Metric.TARGETS, Verdict.NOT_COMPARED),
				Map.entry(Metric.RULE_FAILURES, Verdict.NOT_COMPARED),
				Map.entry(Metric.HEAD_SERIES, Verdict.NOT_COMPARED));
	}

	private static Map<Metric, Verdict> judge(GateSubject subject) {
		return new GateJudge(GateBounds.DEFAULT).judge(subject)
			.stream()
			.collect(Collectors.toMap(GateRow::metric, GateRow::verdict));
	}

	private static GateSubject alone(@Nullable GateReading before, GateReading now) {
		return new GateSubject("eu-0", Set.of("node"), before, now, null, null, null);
	}

	private static GateSubject beside(GateReading before, GateReading now, GateReading twinBefore,
			GateReading twinNow) {
		return new GateSubject("eu-0", Set.of("node"), before, now, "eu-1", twinBefore, twinNow);
	}

	private static GateReading reading(int up, double series) {
		return new GateReading(true, Map.of("node", up), Map.of("node", 4), Map.of("old: a", "division by zero"),
				OptionalDouble.of(series), NOW);
	}

	private static GateReading failing(String... rules) {
		Map<String, String> errors = Stream.of(rules)
			.collect(Collectors.toMap((rule) -> rule, (rule) -> "many-to-many"));
		return new GateReading(true, Map.of("node", 4), Map.of("node", 4), errors, OptionalDouble.of(100_000), NOW);
	}

	private static GateReading unreadable() {
		return new GateReading(false, Map.of(), Map.of(), Map.of(), OptionalDouble.empty(), NOW);
	}

}
