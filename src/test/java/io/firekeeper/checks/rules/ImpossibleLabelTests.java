package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImpossibleLabelTests {

	@Test
	void whenALabelIsNotThereThenItIsFound() {
		assertThat(Rules.found("impossible-label", """
				- {record: a:b, expr: 'sum by (cluster) (sum(x))'}
				- {record: a:c, expr: 'sum(x) * on (cluster) y'}
				- {record: a:d, expr: 'x * on (job) group_left (team) sum by (job) (y)'}
				""")).containsExactly("WARNING 4:30 by [cluster, sum(x)]", "WARNING 5:33 on [cluster, sum(x)]",
				"WARNING 6:28 include [team, by (job)]");
	}

	@Test
	void whenALabelMayBeThereThenNothingIsFound() {
		assertThat(Rules.found("impossible-label", """
				- {record: a:b, expr: 'sum by (cluster) (sum by (cluster, job) (x))'}
				- {record: a:d, expr: 'x * on (job) group_left (team) y'}
				- {record: a:e, expr: 'x or on (job) vector(0)'}
				""")).isEmpty();
	}

}
