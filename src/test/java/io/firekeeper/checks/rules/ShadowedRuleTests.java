package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShadowedRuleTests {

	@Test
	void whenAnAlertCannotFireAloneThenItIsFound() {
		assertThat(Rules.found("shadowed-rule", """
				- {alert: Full, expr: 'used > 80', for: 5m}
				- {alert: Full, expr: 'used > 90', for: 10m}
				- {alert: Full, expr: 'used > 95', for: 1m}
				- {alert: Full, expr: 'used > 90', for: 5m, labels: {severity: page}}
				""")).containsExactly("WARNING 5:13 alert [Full, rules.yml, g]");
	}

	@Test
	void whenTwoRulesRecordTheSameSeriesThenTheSecondIsFound() {
		assertThat(Rules.found("shadowed-rule", """
				- {record: all:up:sum, expr: 'sum(up)'}
				- {record: all:up:sum, expr: 'sum(down)'}
				- {record: all:up:sum, expr: 'sum by (job) (down)'}
				""")).containsExactly("WARNING 5:14 record [all:up:sum, rules.yml, g]");
	}

	@Test
	void whenAnAlertKeepsFiringLongerThenItFiresAlone() {
		assertThat(Rules.found("shadowed-rule", """
				- {alert: Full, expr: 'used > 80'}
				- {alert: Full, expr: 'used > 90', keep_firing_for: 1h}
				""")).isEmpty();
	}

}
