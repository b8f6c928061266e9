package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateMisuseTests {

	@Test
	void whenARateIsTakenOfAnAggregationThenItIsFound() {
		assertThat(Rules.found("rate-misuse", """
				- record: a:b
				  expr: rate(sum(foo_total)[5m:1m])
				- record: job:foo:sum
				  expr: sum by (job) (foo_total)
				- record: job:foo:rate
				  expr: rate(job:foo:sum[5m])
				""")).containsExactly("WARNING 5:16 aggregate [rate, sum, sum(foo_total)]",
				"WARNING 9:11 recorded-aggregate [rate, job:foo:sum, sum]");
	}

	@Test
	void whenAFunctionDoesNotFitTheMetricThenItIsFound() {
		assertThat(Rules.found("rate-misuse", """
				- {record: a:b, expr: 'rate(up[5m])'}
				- {record: a:c, expr: 'delta(foo_errors_total[5m])'}
				""")).containsExactly("WARNING 4:26 gauge [rate, up]",
				"WARNING 5:26 counter [delta, foo_errors_total]");
	}

	@Test
	void whenTheTypeIsNotKnownThenNothingIsFound() {
		assertThat(Rules.found("rate-misuse", """
				- {record: a:b, expr: 'rate(foo[5m])'}
				- {record: a:c, expr: 'delta(foo[5m])'}
				- {record: a:d, expr: 'sum(rate(foo_total[5m]))'}
				- {record: a:e, expr: 'rate(x:others[5m])'}
				- {record: a:f, expr: 'delta(node_files_total[1h])'}
				""")).isEmpty();
	}

}
