package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedundantRegexTests {

	@Test
	void whenARegexIsAPlainTextThenItIsFoundAndFixed() {
		assertThat(Rules.found("redundant-regex", """
				- {record: a:b, expr: 'foo{job=~"bar",x!~"a\\\\.b"}'}
				""")).containsExactly("WARNING 4:30 plain [job=~\"bar\", job, =, bar]",
				"WARNING 4:41 plain [x!~\"a\\\\.b\", x, !=, a.b]");
		assertThat(Rules.fixed("redundant-regex", """
				- {record: a:b, expr: 'foo{job!~"bar"}'}
				""")).contains("foo{job!=\"bar\"}");
	}

	@Test
	void whenARegexMatchesEverythingOrNothingThenItIsFound() {
		assertThat(Rules.found("redundant-regex", """
				- record: a:b
				  expr: foo{a=~".*",b!~".*",c!~".+",d=~".+"}
				""")).containsExactly("WARNING 5:15 everything [a=~\".*\", a, =, ]",
				"WARNING 5:23 nothing [b!~\".*\", b, !=, ]", "WARNING 5:31 only-empty [c!~\".+\", c, !=, ]");
	}

	@Test
	void whenARegexHasAnchorsThenTheyAreFound() {
		assertThat(Rules.found("redundant-regex", """
				- record: a:b
				  expr: |
				    sum(
				      foo{status=~"^5.."})
				""")).containsExactly("WARNING 7:13 anchors [status=~\"^5..\", status, =, ]");
	}

	@Test
	void whenARegexSaysMoreThanATextThenNothingIsFound() {
		assertThat(Rules.found("redundant-regex", """
				- {record: a:b, expr: 'foo{a=~"a|b",b=~"(?i)x",c=~"x.*",d!~"(.*)",e=~"x[ab]?"}'}
				""")).isEmpty();
	}

	@Test
	void whenBracesAndBracketsStandForThemselvesThenTheRegexIsReadToItsEnd() {
		assertThat(Rules.found("redundant-regex", """
				- {record: a:b, expr: 'foo{a=~"a{b",b=~"[[:a]",c=~"(a[[:x])b",d=~"x{2,}",e=~"[[:alpha:]]",f=~"a{,2}"}'}
				""")).containsExactly("WARNING 4:30 plain [a=~\"a{b\", a, =, a{b]",
				"WARNING 4:93 plain [f=~\"a{,2}\", f, =, a{,2}]");
	}

}
