package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShortForTests {

	@Test
	void whenForIsZeroThenTheLineCanGo() {
		assertThat(Rules.found("short-for", """
				- {alert: A, expr: 'up == 0', for: 0s}
				""")).containsExactly("INFO 4:38 zero [for, 0s]");
		assertThat(Rules.fixed("short-for", """
				- alert: A
				  expr: up == 0
				  for: 0s
				  labels: {a: b}
				""")).contains("expr: up == 0\n    labels");
	}

	@Test
	void whenForIsShorterThanTheIntervalThenItIsFound() {
		RuleFile file = Rules.file("- {alert: A, expr: 'up == 0', for: 30s}\n- {alert: B, expr: 'up == 0', for: 1m}");
		assertThat(Rules.found("short-for", RuleSubject.of(List.of(file), Rules.target("{}"))))
			.containsExactly("INFO 4:38 short [for, 30s, 1m]");
		assertThat(Rules.found("short-for", RuleSubject.of(List.of(file), Target.of(Rules.DIALECT)))).isEmpty();
	}

}
