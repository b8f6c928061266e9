package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleWithoutSeverityTests {

	@Test
	void whenAnAlertHasNoSeverityThenItIsFoundAtItsName() {
		assertThat(Rules.found("rule-without-severity", """
				- {alert: Down, expr: up == 0}
				- {alert: Empty, expr: up == 0, labels: {severity: ""}}
				""")).containsExactly("WARNING 4:13 missing [Down]", "WARNING 5:13 missing [Empty]");
	}

	@Test
	void whenRuleOrGroupHaveASeverityThenNothingIsFound() {
		RuleFile file = Rules.file("rules.yml", """
				groups:
				- name: g
				  rules:
				  - {alert: Down, expr: up == 0, labels: {severity: page}}
				  - {record: 'a:b', expr: up}
				- name: h
				  labels: {severity: page}
				  rules:
				  - {alert: Down, expr: up == 0}
				""", "{}");
		assertThat(Rules.found("rule-without-severity", RuleSubject.of(List.of(file), Target.of(Rules.DIALECT))))
			.isEmpty();
	}

}
