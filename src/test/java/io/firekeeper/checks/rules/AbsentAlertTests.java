package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AbsentAlertTests {

	@Test
	void whenAbsenceGivesNoLabelsThenItIsFound() {
		assertThat(Rules.found("absent-alert", """
				- {alert: A, expr: 'absent(foo)'}
				- {alert: B, expr: 'absent(foo{job=~"x.*"})'}
				- {alert: C, expr: 'absent(foo{job="x"} == 1)'}
				""")).containsExactly("INFO 4:23 no-labels [absent, absent(foo)]",
				"INFO 5:23 no-labels [absent, absent(foo{job=~\"x.*\"})]",
				"INFO 6:23 no-labels [absent, absent(foo{job=\"x\"} == 1)]");
	}

	@Test
	void whenTheRuleSaysWhatIsMissingThenNothingIsFound() {
		assertThat(Rules.found("absent-alert", """
				- {alert: A, expr: absent(foo), labels: {severity: page, service: foo}}
				- {alert: B, expr: absent(foo), labels: {severity: page}}
				""")).containsExactly("INFO 5:22 no-labels [absent, absent(foo)]");
	}

	@Test
	void whenAbsenceNamesWhatIsMissingThenNothingIsFound() {
		assertThat(Rules.found("absent-alert", """
				- {alert: A, expr: 'absent(foo{job="x"})'}
				- {alert: B, expr: 'foo and absent(bar)'}
				- {record: a:b, expr: 'absent(foo)'}
				""")).isEmpty();
	}

	@Test
	void whenAnAlertDoesNotWaitForTwoScrapesThenItIsFound() {
		RuleFile file = Rules.file(
				"- {alert: A, expr: 'absent(foo{job=\"x\"})', for: 1m}\n- {alert: B, expr: 'absent(foo{job=\"x\"})', for: 2m}");
		assertThat(Rules.found("absent-alert",
				RuleSubject.of(List.of(file), Rules.target("global: {scrape_interval: 1m}"))))
			.containsExactly("INFO 4:23 restart [A, 2m]");
	}

}
