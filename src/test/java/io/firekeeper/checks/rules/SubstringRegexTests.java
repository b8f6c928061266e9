package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubstringRegexTests {

	@Test
	void whenARegexLooksForAPartThenItIsFound() {
		assertThat(Rules.found("substring-regex", """
				- {record: a:b, expr: 'foo{a=~"x_.*_y",b!~".*x.*"}'}
				""")).containsExactly("INFO 4:30 part [a=~\"x_.*_y\", a]", "INFO 4:42 part [b!~\".*x.*\", b]");
	}

	@Test
	void whenARegexHasAPrefixOrASuffixThenNothingIsFound() {
		assertThat(Rules.found("substring-regex", """
				- {record: a:b, expr: 'foo{a=~"x.*",b=~".*x",c=~"5.*0",d=~"x[0-9]+y?"}'}
				""")).isEmpty();
	}

}
