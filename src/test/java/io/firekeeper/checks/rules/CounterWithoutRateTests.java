package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CounterWithoutRateTests {

	@Test
	void whenAnAlertReadsACounterThenItIsFound() {
		assertThat(Rules.found("counter-without-rate", """
				- {alert: A, expr: 'foo_errors_total > 5'}
				""")).containsExactly("WARNING 4:23 read [foo_errors_total]");
	}

	@Test
	void whenTheValueDoesNotMatterThenNothingIsFound() {
		assertThat(Rules.found("counter-without-rate", """
				- {alert: A, expr: 'increase(foo_errors_total[5m]) > 5'}
				- {alert: B, expr: 'foo_errors_total - foo_errors_total offset 5m > 5'}
				- {alert: C, expr: 'count(foo_errors_total) > 5'}
				- {alert: D, expr: 'up == 0 unless foo_errors_total'}
				- {alert: E, expr: 'node_files_total > 5'}
				- {record: a:b, expr: 'foo_errors_total'}
				""")).isEmpty();
	}

}
