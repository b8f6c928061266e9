package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.analysis.Fate;
import io.firekeeper.promql.analysis.Outcome;

/**
 * A number that is meant to stand in for missing series inside of {@code by (…)}: it has
 * no labels, so it stands in only where the series have none of these labels either.
 */
final class NumberInGroup extends StandingCheck {

	NumberInGroup() {
		super("number-in-group", Severity.INFO);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		rule.parts(Aggregation.class).forEach((aggregation) -> check(rule, aggregation, report));
	}

	private static void check(Rule rule, Aggregation aggregation, Report report) {
		Grouping grouping = aggregation.grouping();
		if (grouping != null && !grouping.without() && !grouping.labels().isEmpty()) {
			rule.outcomes(aggregation.expression())
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
