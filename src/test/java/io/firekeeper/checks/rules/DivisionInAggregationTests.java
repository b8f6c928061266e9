package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DivisionInAggregationTests {

	@Test
	void whenADivisorMayBeZeroThenItIsFound() {
		assertThat(Rules.found("division-in-aggregation", """
				- {record: a:b, expr: 'sum(foo / bar)'}
				- {record: a:c, expr: 'foo / bar'}
				- {record: a:d, expr: 'avg(a:c)'}
				""")).containsExactly("INFO 4:36 zero [sum, bar]", "INFO 6:30 recorded [avg, a:c]");
	}

	@Test
	void whenADivisorIsNeverZeroThenNothingIsFound() {
		assertThat(Rules.found("division-in-aggregation", """
				- {record: a:b, expr: 'sum(foo / (bar > 0))'}
				- {record: a:c, expr: 'sum(foo / 2)'}
				- {record: a:d, expr: 'max(foo / bar)'}
				- {record: a:e, expr: 'sum(foo) / sum(bar)'}
				- {record: a:f, expr: 'sum(foo / count by (job) (bar))'}
				- {record: a:g, expr: 'sum(foo / node_memory_MemTotal_bytes)'}
				""")).isEmpty();
	}

	@Test
	void whenWhatADivisionGivesCannotGetThroughThenNothingIsFound() {
		assertThat(Rules.found("division-in-aggregation", """
				- {record: a:ratio, expr: 'foo / bar'}
				- {record: a:counted, expr: 'count(a:ratio)'}
				- {record: a:b, expr: 'sum(a:counted)'}
				- {record: a:c, expr: 'sum(up and on (job) a:ratio)'}
				- {record: a:d, expr: 'a:ratio * 100'}
				- {record: a:e, expr: 'sum(a:d)'}
				""")).containsExactly("INFO 9:30 recorded [sum, a:d]");
	}

}
