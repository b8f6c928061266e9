package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilencesTests {

	private static final String CHECK = "alert-without-comparison";

	@Test
	void whenACommentBeforeARuleHasAReasonThenThatRuleIsSilent() {
		assertThat(Rules.found(CHECK, """
				# firekeeper disable alert-without-comparison: exists only when something is wrong
				- alert: A
				  expr: foo
				- alert: B
				  expr: foo
				""")).containsExactly("WARNING 8:11 matching [B, foo]");
	}

	@Test
	void whenACommentStandsInARuleThenThatRuleIsSilent() {
		assertThat(Rules.found(CHECK, """
				- alert: A
				  expr: |
				    # firekeeper disable alert-without-comparison: exists only when something is wrong
				    foo
				- alert: B
				  expr: foo # firekeeper disable alert-without-comparison: the same
				- alert: C
				  expr: foo
				""")).containsExactly("WARNING 11:11 matching [C, foo]");
	}

	@Test
	void whenACommentIsForTheFileThenAllRulesAreSilent() {
		assertThat(Rules.found(CHECK, """
				- alert: A
				  expr: foo
				- alert: B
				  expr: foo
				# firekeeper file/disable alert-without-comparison: these exist only when something is wrong
				""")).isEmpty();
	}

	@Test
	void whenACommentNamesSeveralChecksThenAllAreSilent() {
		assertThat(Rules.found(CHECK, """
				# Firekeeper Disable short-for,alert-without-comparison : exists only when something is wrong: ask
				- alert: A
				  expr: foo
				""")).isEmpty();
	}

	@Test
	void whenACommentCannotBeHonouredThenThatIsFound() {
		assertThat(Rules.found("silence", """
				# firekeeper disable short-for short-window: both
				# firekeeper disable Short-For: capitals
				# firekeeper disable short-for, syntax: it is one
				# firekeeper disable short-for because of that
				# firekeeper disable
				# firekeeper disables nothing
				- alert: A
				  expr: foo
				""")).containsExactly("WARNING 4:3 unknown-check [short-for short-window]",
				"WARNING 5:3 unknown-check [Short-For]", "WARNING 6:3 unknown-check [syntax]",
				"WARNING 7:3 without-reason [short-for]", "WARNING 8:3 without-check []");
	}

	@Test
	void whenAnotherCheckIsSilencedThenThisOneIsNot() {
		assertThat(Rules.found(CHECK, """
				# firekeeper disable short-for: we like it
				- alert: A
				  expr: foo
				""")).hasSize(1);
	}

	@Test
	void whenThereIsNoReasonThenTheCommentIsFoundAndNotHonoured() {
		String rules = """
				- alert: A
				  # firekeeper disable alert-without-comparison
				  expr: foo
				- alert: B
				  # firekeeper disable alert-without-comparison:
				  expr: foo
				# firekeeper disable alert-without-comparisons: a typo
				""";
		assertThat(Rules.found("silence", rules)).containsExactly(
				"WARNING 5:5 without-reason [alert-without-comparison]",
				"WARNING 8:5 without-reason [alert-without-comparison]",
				"WARNING 10:3 unknown-check [alert-without-comparisons]");
		assertThat(Rules.found(CHECK, rules)).hasSize(2);
	}

	@Test
	void whenTheFileHasWindowsLineEndsThenCommentsCountToo() {
		RuleFile file = Rules.file("rules.yml",
				"groups:\r\n- name: g\r\n  rules:\r\n  # firekeeper disable alert-without-comparison: known\r\n"
						+ "  - alert: A\r\n    expr: foo\r\n",
				"{}");
		assertThat(Rules.found(CHECK, RuleSubject.of(List.of(file), Target.of(Rules.DIALECT)))).isEmpty();
	}

	@Test
	void whenACommentFollowsABlockThenItIsForTheRuleBehindIt() {
		assertThat(Rules.found(CHECK, """
				- alert: A
				  expr: |
				    foo
				# firekeeper disable alert-without-comparison: exists only when something is wrong
				- alert: B
				  expr: foo
				""")).containsExactly("WARNING 6:7 matching [A, foo]");
	}

}
