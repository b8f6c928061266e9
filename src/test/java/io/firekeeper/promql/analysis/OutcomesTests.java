package io.firekeeper.promql.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a                                                    | job | POSSIBLE |
			a{job="x"}                                           | job | PRESENT  |
			a{job=""}                                            | job | ABSENT   | MATCHER
			sum(a{job="x"})                                      | job | ABSENT   | AGGREGATED
			sum by (zone) (a)                                    | job | ABSENT   | NOT_IN_BY
			sum without (job) (a)                                | job | ABSENT   | IN_WITHOUT
			sum by (job) (sum by (zone) (a))                     | job | ABSENT   | NOT_IN_BY
			a / on (zone) b                                      | job | ABSENT   | NOT_IN_ON
			a / ignoring (job) b                                 | job | ABSENT   | IN_IGNORING
			a * on (zone) group_left (job) sum by (zone) (b)     | job | ABSENT   | NOT_ON_OTHER_SIDE
			a * on (zone) group_left (job) b{job="x"}            | job | PRESENT  |
			a * on (zone) group_right b{job="x"}                 | job | PRESENT  |
			absent(a{job=~"x"})                                  | job | ABSENT   | NO_EQUAL_MATCHER
			absent(a{job="x"})                                   | job | PRESENT  |
			vector(1)                                            | job | ABSENT   | NUMBER
			histogram_quantile(0.9, sum by (le) (rate(a[5m])))   | le  | ABSENT   | FUNCTION
			label_replace(vector(1), "job", "x", "", "")         | job | POSSIBLE |
			count_values("job", a)                               | job | PRESENT  |
			topk(1, a{job="x"})                                  | job | PRESENT  |
			rate(a[5m])                                          | __name__ | ABSENT | NAME_DROPPED
			a > 1                                                | __name__ | PRESENT |
			""")
	void whenLabelsAreAskedForThenTheFateHasItsReason(String expression, String label, Fate.Certainty certainty,
			Fate.Reason reason) {
		Fate fate = outcomes(expression).getFirst().labels().of(label);
		assertThat(fate.certainty()).isEqualTo(certainty);
		assertThat(fate.reason()).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			vector(1) > 2                                | NEVER_TRUE
			a{job="x"} * on (job) b{job="y"}             | DIFFERENT_VALUES
			a{job="x"} and on (job) sum(b)               | LABEL_ON_ONE_SIDE
			sum(a) / sum by (job) (b{job="x"})           | LABEL_ON_ONE_SIDE
			a unless on () vector(1)                     | TAKEN_AWAY
			absent(vector(1))                            | NEVER_ABSENT
			clamp(a, 2, 1)                               | BOUNDS_CROSSED
			a or b                                       |
			""")
	void whenNothingCanComeOutThenTheReasonIsGiven(String expression, Outcome.Dead.Reason reason) {
		Outcome.Dead dead = outcomes(expression).getFirst().dead();
		assertThat((dead != null) ? dead.reason() : null).isEqualTo(reason);
	}

	@Test
	void whenTheLeftSideOfOrIsAlwaysThereThenTheRightIsHidden() {
		List<Outcome> outcomes = outcomes("vector(0) or sum(a)");
		assertThat(outcomes.get(0).always()).isTrue();
		assertThat(Objects.requireNonNull(outcomes.get(1).dead()).reason()).isEqualTo(Outcome.Dead.Reason.HIDDEN);
		assertThat(outcomes("vector(0) or a")).noneMatch(Outcome::isDead);
	}

	@Test
	void whenThereAreManyAlternativesThenTheyAreMerged() {
		String many = "(" + "a or ".repeat(60) + "b)";
		assertThat(outcomes(many + " * on (job) " + many)).hasSize(1);
	}

	@Test
	void whenAnExpressionIsLongThenItIsAnalysedAtOnce() {
		assertThat(outcomes("a" + " and a".repeat(900))).hasSize(1);
		assertThat(outcomes("a" + " + a".repeat(900))).hasSize(1);
		assertThat(outcomes("a" + " or a".repeat(900))).hasSize(901);
	}

	@Test
	void whenSelectorsAreAskedForThenTheyHaveTheirSurroundings() {
		List<Selection> selections = Selections.of(parse("rate(a[5m]) > on () max_over_time((b)[1h:1m])"));
		assertThat(selections).extracting((selection) -> selection.selector().metricName()).containsExactly("a", "b");
		assertThat(Objects.requireNonNull(selections.getFirst().windowFunction()).function().name()).isEqualTo("rate");
		assertThat(selections.getLast().window()).isNull();
		assertThat(Selections.metrics(parse("{__name__=~\"a|b\"} or c or {job=\"x\"}"))).containsExactly("a", "b", "c");
	}

	@Test
	void whenAlternativesMeetAlternativesThenTheirNumberIsBounded() {
		String text = "(a or b)";
		for (int level = 0; level < 60; level++) {
			text = "(a or b) and (" + text + ")";
		}
		assertThat(outcomes(text)).hasSize(2);
		String many = String.join(" or ", Collections.nCopies(100, "a"));
		assertThat(outcomes("(" + many + ") and (" + many + ")").getFirst().joins()).hasSize(1);
	}

	@Test
	void whenOneIsRaisedToAnythingThenItStaysOne() {
		assertThat(outcomes("vector(1) ^ Inf == 1")).singleElement().matches((outcome) -> !outcome.isDead());
		assertThat(outcomes("vector(-1) ^ -Inf == 1")).singleElement().matches((outcome) -> !outcome.isDead());
	}

	@Test
	void whenAnAlternationHasManyNamesThenTheyAreItsMetrics() {
		String names = String.join("|", IntStream.range(0, 5000).mapToObj((at) -> "m" + at).toList());
		assertThat(Selections.of(parse("{__name__=~\"" + names + "\"}")).getFirst().metrics()).hasSize(5000);
		assertThat(Selections.of(parse("{__name__=~\"a||b\",x=\"1\"}")).getFirst().metrics()).isEmpty();
	}

	private static List<Outcome> outcomes(String text) {
		return Outcomes.of(parse(text));
	}

	private static Expression parse(String text) {
		return Objects.requireNonNull(PromQl.parse(text, Dialect.of(3, 14)).expression());
	}

}
