package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.analysis.Fate;
import io.firekeeper.promql.analysis.Outcome;
import io.firekeeper.promql.analysis.Outcomes;

/**
 * A number that is meant to stand in for missing series inside of {@code by (…)}: it has
 * no labels, so it stands in only where the series have none of these labels either.
 */
final class NumberInGroup implements RuleCheck {

	@Override
	public String name() {
		return "number-in-group";
	}

	@Override
	public Severity severity() {
		return Severity.INFO;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (expression != null) {
			Parts.of(expression, Aggregation.class).forEach((aggregation) -> check(rule, aggregation, report));
		}
	}

	private static void check(Rule rule, Aggregation aggregation, Report report) {
		Grouping grouping = aggregation.grouping();
		if (grouping != null && !grouping.without() && !grouping.labels().isEmpty()) {
			Outcomes.of(aggregation.expression())
				.stream()
				.filter((outcome) -> !outcome.isDead() && isLonely(outcome, grouping))
				.forEach((outcome) -> report.in(outcome.expression().range(), "alone",
						rule.text(outcome.expression().range()), rule.text(grouping.range())));
		}
	}

	private static boolean isLonely(Outcome outcome, Grouping grouping) {
		return grouping.labels()
			.stream()
			.allMatch((label) -> outcome.labels().of(label).reason() == Fate.Reason.NUMBER);
	}

}
