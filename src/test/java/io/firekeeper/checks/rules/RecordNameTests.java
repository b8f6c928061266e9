package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordNameTests {

	@Test
	void whenANameIsAgainstTheConventionThenItIsFound() {
		assertThat(Rules.found("record-name", """
				- {record: errors, expr: 'up'}
				- {record: job:foo:rate5m, expr: 'sum(rate(foo_total[1m]))'}
				""")).containsExactly("INFO 4:14 no-level [errors]", "INFO 5:14 window [job:foo:rate5m, 5m, 1m]");
	}

	@Test
	void whenANameSaysWhatTheExpressionDoesThenNothingIsFound() {
		assertThat(Rules.found("record-name", """
				- {record: job:foo:rate5m, expr: 'sum(rate(foo_total[5m]))'}
				- {record: job:foo:rate1h, expr: 'sum(rate(foo_total[5m])) / sum(rate(foo_total[1h]))'}
				- {record: job:foo:corporate5m, expr: 'rate(foo_total[1m])'}
				""")).isEmpty();
	}

	@Test
	void whenTheWindowInANameIsTooLongToBeOneThenNothingIsFound() {
		assertThat(Rules.found("record-name", """
				- {record: job:foo:rate300y, expr: 'sum(rate(foo_total[5m]))'}
				""")).isEmpty();
	}

}
