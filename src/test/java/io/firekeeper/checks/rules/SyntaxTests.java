package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SyntaxTests {

	@Test
	void whenAnExpressionIsBrokenThenItIsFoundWhereItIs() {
		assertThat(Rules.found("syntax", """
				- record: a:b
				  expr: |
				    sum(
				      rate(foo))
				""")).containsExactly("ERROR 7:14 promql.argument-type [rate, range vector, instant vector]");
	}

	@Test
	void whenAVariableIsOutsideAStringThenTheCompilerJudges() {
		assertThat(Rules.found("syntax", """
				- {record: a:b, expr: 'foo > $(cluster.limit)'}
				""")).isEmpty();
	}

}
