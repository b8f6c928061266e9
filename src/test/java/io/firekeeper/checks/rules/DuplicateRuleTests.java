package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateRuleTests {

	@Test
	void whenARuleStandsTwiceThenTheSecondIsFound() {
		assertThat(Rules.found("duplicate-rule", """
				- {alert: A, expr: 'up == 0', labels: {a: b, c: d}}
				- alert: A
				  expr: up  ==  0
				  labels: {c: d, a: b}
				- {record: a:b, expr: 'up'}
				- {record: a:b, expr: 'up'}
				""")).containsExactly("WARNING 5:12 alert [A, rules.yml, g]",
				"WARNING 9:14 record [a:b, rules.yml, g]");
	}

	@Test
	void whenNameLabelsOrExpressionDifferThenNothingIsFound() {
		assertThat(Rules.found("duplicate-rule", """
				- {alert: A, expr: 'up == 0', labels: {a: b}}
				- {alert: A, expr: 'up == 0', labels: {a: c}}
				- {alert: A, expr: 'up < 1', labels: {a: b}}
				- {record: A, expr: 'up == 0', labels: {a: b}}
				""")).isEmpty();
	}

}
