package io.firekeeper.checks.rules;

import java.util.HashSet;
import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.AggregationOperator;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.VectorSelector;

/**
 * A division inside a sum or a mean whose divisor may be 0: one series without traffic
 * makes the whole result NaN or infinite.
 */
final class DivisionInAggregation implements RuleCheck {

	@Override
	public String name() {
		return "division-in-aggregation";
	}

	@Override
	public Severity severity() {
		return Severity.INFO;
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (expression != null) {
			Set<Range> seen = new HashSet<>();
			Parts.of(expression, Aggregation.class)
				.filter((aggregation) -> isSpoilt(aggregation.operator()))
				.forEach((aggregation) -> check(rule, aggregation, context, seen, report));
		}
	}

	private static boolean isSpoilt(AggregationOperator operator) {
		return switch (operator) {
			case SUM, AVG, STDDEV, STDVAR -> true;
			default -> false;
		};
	}

	private static void check(Rule rule, Aggregation aggregation, RuleContext context, Set<Range> seen, Report report) {
		Expression divisor = Divisors.unsafe(aggregation.expression());
		if (divisor == null) {
			Parts.of(aggregation.expression(), VectorSelector.class)
				.filter((selector) -> isSpoilt(selector, context, new HashSet<>()) && seen.add(selector.range()))
				.forEach((selector) -> report.in(selector.range(), "recorded", aggregation.operator().symbol(),
						rule.text(selector.range())));
		}
		else if (seen.add(divisor.range())) {
			report.in(divisor.range(), "zero", aggregation.operator().symbol(), rule.text(divisor.range()));
		}
	}

	/** Whether a series is recorded by a division, perhaps through other rules. */
	private static boolean isSpoilt(VectorSelector selector, RuleContext context, Set<String> visited) {
		String metric = selector.metricName();
		if (metric == null || !visited.add(metric)) {
			return false;
		}
		return RuleSet.expressions(context.rules().recording(metric))
			.stream()
			.anyMatch((expression) -> Divisors.unsafe(expression) != null || Parts.of(expression, VectorSelector.class)
				.anyMatch((inner) -> isSpoilt(inner, context, visited)));
	}

}
