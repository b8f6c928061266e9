package io.firekeeper.checks;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateAlertTests {

	private final DuplicateAlert check = new DuplicateAlert();

	@Test
	void whenTwoPoliciesHaveTheSameAlertThenTheSecondIsFound() {
		assertThat(Subjects.lines(check("""
				  groups: [{name: g, rules: [{alert: Down, expr: up == 0, labels: {a: b, severity: page}}]}]
				""", """
				  groups:
				    - name: h
				      rules:
				        - alert: Down
				          labels:
				            severity: page
				            a: b
				          expr: up == 0
				"""))).containsExactly("WARNING 9:18 duplicate-alert.same [Down, first, 6]");
	}

	@Test
	void whenLabelsOrExpressionsDifferThenNothingIsFound() {
		assertThat(check("""
				  groups: [{name: g, rules: [{alert: Down, expr: up == 0, labels: {severity: page}}]}]
				""", """
				  groups:
				    - name: g
				      rules:
				        - {alert: Down, expr: up == 0, labels: {severity: warn}}
				        - {alert: Down, expr: up < 1, labels: {severity: page}}
				        - {alert: Gone, expr: up == 0, labels: {severity: page}}
				""")).isEmpty();
	}

	private List<Finding> check(String first, String second) {
		return this.check.check(Subjects.subject(
				List.of(Subjects.policy("RuleGroups", "first", first), Subjects.policy("RuleGroups", "second", second)),
				Map.of()));
	}

}
