package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NumberInGroupTests {

	@Test
	void whenANumberIsToFillAGapOfAGroupThenItIsFound() {
		assertThat(Rules.found("number-in-group", """
				- {record: a:b, expr: 'sum by (job) (x or vector(0))'}
				- {record: a:c, expr: 'sum(x or vector(0))'}
				- {record: a:d, expr: 'sum by (job) (x) or vector(0)'}
				""")).containsExactly("INFO 4:45 alone [vector(0), by (job)]");
	}

}
