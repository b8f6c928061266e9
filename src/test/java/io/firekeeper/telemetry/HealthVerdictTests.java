package io.firekeeper.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Message;
import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.promapi.Target;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HealthVerdictTests {

	@Test
	void whenAllIsWellThenHealthyWithoutANote() {
		assertThat(HealthVerdict.of(figures(true, targets(10, 0), rules("ok"))))
			.isEqualTo(new HealthVerdict(Health.HEALTHY, null));
	}

	@Test
	void whenTheReloadFailedThenDegraded() {
		assertNote(figures(false, targets(10, 0), rules("ok")), Message.of("telemetry.note.reload-failed"));
	}

	@Test
	void whenATenthOfTheTargetsIsDownThenStillHealthy() {
		assertThat(HealthVerdict.of(figures(true, targets(9, 1), rules("ok"))).health()).isEqualTo(Health.HEALTHY);
	}

	@Test
	void whenAFifthOfTheTargetsIsDownThenDegraded() {
		assertNote(figures(true, targets(8, 2), rules("ok")), Message.of("telemetry.note.targets-down", 2, 10, "node"));
	}

	@Test
	void whenThereAreNoTargetsThenHealthy() {
		assertThat(HealthVerdict.of(figures(true, targets(0, 0), rules("ok"))).health()).isEqualTo(Health.HEALTHY);
	}

	@Test
	void whenARuleFailsThenItsErrorIsTheNote() {
		assertNote(figures(true, targets(1, 0), rules("err")),
				Message.of("telemetry.note.rules-failing", 1, "job:up:sum", "many-to-many matching"));
	}

	@Test
	void whenTargetsCannotBeReadThenDegradedAndNeverZero() {
		Figures figures = figures(true, new Answer.Unseen<>("HTTP 500: oops"), rules("ok"));
		assertNote(figures, Message.of("telemetry.note.unreadable", "HTTP 500: oops"));
		assertThat(figures.targetsTotal()).isEqualTo(-1);
		assertThat(figures.targetsUp()).isEqualTo(-1);
	}

	private static void assertNote(Figures figures, Message note) {
		assertThat(HealthVerdict.of(figures)).isEqualTo(new HealthVerdict(Health.DEGRADED, note));
	}

	private static Figures figures(boolean reloadSuccessful, Answer<List<Target>> targets,
			Answer<List<RuleGroup>> rules) {
		return new Figures("3.5.0", reloadSuccessful, targets, rules, 1, -1);
	}

	private static Answer<List<Target>> targets(int up, int down) {
		List<Target> targets = new ArrayList<>();
		for (int number = 0; number < up + down; number++) {
			targets.add(new Target("node", "http://n" + number, (number < up) ? "up" : "down", ""));
		}
		return new Answer.Seen<>(targets);
	}

	private static Answer<List<RuleGroup>> rules(String health) {
		RuleGroup.Rule rule = new RuleGroup.Rule(false, "job:up:sum", "sum(up)", Duration.ZERO, Duration.ZERO, Map.of(),
				Map.of(), health, health.equals("err") ? "many-to-many matching" : "");
		return new Answer.Seen<>(List.of(new RuleGroup("g", "f", Duration.ofMinutes(1), 0, List.of(rule))));
	}

}
