package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FragileAlertTests {

	@Test
	void whenAnAlertPicksSeriesThenItIsFound() {
		assertThat(Rules.found("fragile-alert", """
				- {alert: A, expr: 'topk(3, foo) > 1'}
				- {alert: B, expr: 'max(topk(3, foo)) > 1'}
				- {alert: C, expr: 'topk by (pod) (1, foo) > 1'}
				- {record: a:b, expr: 'topk(3, foo)'}
				""")).containsExactly("WARNING 4:23 selected [topk]");
	}

	@Test
	void whenTwoAggregationsAreComparedAtOnceThenItIsFound() {
		assertThat(Rules.found("fragile-alert", """
				- {alert: A, expr: 'sum(foo) / sum(bar) > 1'}
				- {alert: B, expr: 'sum(foo) / sum(bar) > 1', for: 2m}
				- {alert: C, expr: 'sum(foo) / bar > 1'}
				- {alert: F, expr: 'sum(foo{job="b"}) / sum(foo{job="c"}) > 1'}
				- {alert: E, expr: 'sum by (instance) (foo) / sum by (instance) (bar) > 1'}
				- {alert: D, expr: 'sum(foo{a="b"}) / sum(foo) > 1'}
				""")).containsExactly("WARNING 4:23 partial []", "WARNING 7:23 partial []");
	}

}
