package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LongIntervalTests {

	@Test
	void whenAGroupIsEvaluatedTooSeldomThenItIsFound() {
		RuleFile file = Rules.file("rules.yml", """
				groups:
				- name: g
				  interval: 10m
				  rules:
				  - {record: a:b, expr: 'up'}
				  - {alert: A, expr: 'up == 0', keep_firing_for: 10m}
				- name: h
				  interval: 5m
				  rules:
				  - {record: a:c, expr: 'up'}
				""", "{}");
		assertThat(Rules.found("long-interval", RuleSubject.of(List.of(file), Target.of(Rules.DIALECT))))
			.containsExactly("WARNING 3:13 record [g, 10m]");
	}

	@Test
	void whenACommentStandsAboveTheRulesOfAGroupThenTheGroupIsSilent() {
		RuleFile file = Rules.file("rules.yml", """
				groups:
				- name: g
				  # firekeeper disable long-interval: a report that nobody alerts on
				  interval: 10m
				  rules:
				  - {record: a:b, expr: 'up'}
				  - {record: a:c, expr: 'up'}
				- name: h
				  rules:
				  - {record: a:d, expr: 'up'}
				  interval: 10m # firekeeper disable long-interval: the same
				- name: i
				  interval: 10m
				  rules:
				  - {record: a:e, expr: 'up'}
				""", "{}");
		assertThat(Rules.found("long-interval", RuleSubject.of(List.of(file), Target.of(Rules.DIALECT))))
			.containsExactly("WARNING 13:13 record [i, 10m]");
	}

}
