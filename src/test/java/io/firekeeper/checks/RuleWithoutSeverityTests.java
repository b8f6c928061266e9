package io.firekeeper.checks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleWithoutSeverityTests {

	private final RuleWithoutSeverity check = new RuleWithoutSeverity();

	@Test
	void whenAnAlertHasNoSeverityThenItIsFoundAtItsName() {
		assertThat(Subjects.lines(this.check.check(Subjects.policy("RuleGroups", "rules", """
				  groups:
				    - name: g
				      rules:
				        - alert: Down
				          expr: up == 0
				        - alert: Empty
				          expr: up == 0
				          labels: {severity: ""}
				""")))).containsExactly("WARNING 9:18 rule-without-severity.missing [Down]",
				"WARNING 11:18 rule-without-severity.missing [Empty]");
	}

	@Test
	void whenRuleOrGroupHaveASeverityThenNothingIsFound() {
		assertThat(this.check.check(Subjects.policy("RuleGroups", "rules", """
				  groups:
				    - name: g
				      rules:
				        - {alert: Down, expr: up == 0, labels: {severity: page}}
				        - {record: a:b, expr: up}
				    - name: h
				      labels: {severity: page}
				      rules:
				        - {alert: Down, expr: up == 0}
				"""))).isEmpty();
	}

}
