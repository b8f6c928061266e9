package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateLabelTests {

	@Test
	void whenTheAlertNeverHasTheLabelThenItIsFound() {
		assertThat(Rules.found("template-label", """
				- {alert: A, expr: 'vector(1)', annotations: {a: '{{ $labels.job }}'}}
				- {alert: B, expr: 'absent(up{job="x"})', annotations: {a: '{{ $labels.job }} {{ $labels.instance }}'}}
				- {alert: C, expr: 'a / on (job) b > 1', annotations: {a: '{{ $labels.instance }}'}}
				- {alert: D, expr: 'sum(up) == 0', labels: {team: x}, annotations: {a: '{{ $labels.team }}'}}
				""")).containsExactly("WARNING 4:56 number [a, job, vector(1)]",
				"WARNING 5:84 absent [a, instance, absent(up{job=\"x\"})]",
				"WARNING 6:65 missing [a, instance, / on (job)]", "WARNING 7:78 own [a, team, sum(up)]");
	}

	@Test
	void whenTheAlertMayHaveTheLabelThenNothingIsFound() {
		assertThat(Rules.found("template-label", """
				- {alert: A, expr: 'up == 0', annotations: {a: '{{ $labels.job }}'}}
				- {alert: B, expr: 'a * on (job) group_left (team) b > 1', annotations: {a: '{{ $labels.team }}'}}
				- {alert: C, expr: 'sum(up) == 0', annotations: {a: '{{ $labels.job }}'}}
				""")).isEmpty();
	}

}
