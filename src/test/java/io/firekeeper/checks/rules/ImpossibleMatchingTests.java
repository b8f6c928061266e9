package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImpossibleMatchingTests {

	@Test
	void whenTheSidesNeverMatchThenItIsFound() {
		assertThat(Rules.found("impossible-matching", """
				- {record: a:b, expr: 'up{job="a"} / up{job="b"}'}
				- {record: a:c, expr: 'foo{instance="a"} unless sum(bar)'}
				- {record: a:d, expr: 'sum by (a, b) (x{b="c"}) / sum by (a) (y)'}
				- {record: a:e, expr: 'vector(1) or sum(foo)'}
				- {record: a:f, expr: 'sum(foo or vector(0)) > 0'}
				""")).containsExactly("WARNING 4:38 different-values [/, job, a, b]",
				"WARNING 5:44 label-on-one-side [unless, instance, left]",
				"WARNING 6:51 label-on-one-side [/, b, left]", "WARNING 7:43 hidden [foo]",
				"WARNING 8:37 never-true [vector(0), 0, >, 0]");
	}

	@Test
	void whenTheSidesMayMatchThenNothingIsFound() {
		assertThat(Rules.found("impossible-matching", """
				- {record: a:b, expr: 'up{job="a"} / on () up{job="b"}'}
				- {record: a:c, expr: 'foo unless on (job) sum by (job) (bar)'}
				- {record: a:d, expr: 'sum by (a, b) (x) / ignoring (b) group_left sum by (a) (y)'}
				- {record: a:e, expr: 'foo or vector(1)'}
				""")).isEmpty();
	}

}
