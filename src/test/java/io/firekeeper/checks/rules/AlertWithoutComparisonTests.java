package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertWithoutComparisonTests {

	@Test
	void whenAnAlertHasNoConditionThenItIsFound() {
		assertThat(Rules.found("alert-without-comparison", """
				- {alert: A, expr: 'rate(foo[5m])'}
				- {alert: B, expr: 'foo > 1 or bar'}
				- {alert: C, expr: '(foo > 1) or vector(0)'}
				- {alert: D, expr: 'time()'}
				""")).containsExactly("WARNING 4:28 matching [A, foo]", "WARNING 5:34 matching-part [B, bar]",
				"WARNING 6:36 always-part [C, vector(0)]", "WARNING 7:23 always [D, time()]");
	}

	@Test
	void whenAComparisonGivesABoolThenItIsFoundAndFixed() {
		assertThat(Rules.found("alert-without-comparison", """
				- {alert: A, expr: 'foo > bool 1'}
				""")).containsExactly("WARNING 4:23 bool [A, foo > bool 1]");
		assertThat(Rules.fixed("alert-without-comparison", """
				- {alert: A, expr: 'foo > bool 1'}
				""")).contains("foo > 1");
	}

	@Test
	void whenTheConditionIsElsewhereThenNothingIsFound() {
		assertThat(Rules.found("alert-without-comparison", """
				- {alert: A, expr: 'foo:errors and bar'}
				- {record: foo:errors, expr: 'foo > 5'}
				- {alert: B, expr: 'absent(foo)'}
				- {alert: C, expr: 'foo unless bar'}
				- {alert: D, expr: 'ALERTS{alertname="A"}'}
				- {alert: E, expr: 'foo and bar > 2'}
				- {alert: F, expr: '(foo > bool 1) == 1'}
				- {alert: G, expr: 'others:record'}
				""")).isEmpty();
	}

	@Test
	void whenRecordingRulesReadEachOtherTwiceThenEachIsLookedAtOnce() {
		StringBuilder rules = new StringBuilder("- {record: 'r0', expr: 'up == 1'}\n");
		for (int index = 1; index < 40; index++) {
			rules.append("- {record: 'r%d', expr: 'r%d + r%d'}%n".formatted(index, index - 1, index - 1));
		}
		rules.append("- {alert: A, expr: r39}\n- {alert: B, expr: r39 or up}\n");
		assertThat(Rules.found("alert-without-comparison", rules.toString()))
			.containsExactly("WARNING 45:29 matching-part [B, up]");
	}

}
