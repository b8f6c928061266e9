package io.firekeeper.checks.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.AggregationOperator;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * A division inside a sum or a mean whose divisor may be 0: one series without traffic
 * makes the whole result NaN or infinite.
 */
final class DivisionInAggregation extends StandingCheck {

	DivisionInAggregation() {
		super("division-in-aggregation", Severity.INFO);
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Set<Range> seen = new HashSet<>();
		for (Aggregation aggregation : rule.parts(Aggregation.class)) {
			if (isSpoilt(aggregation.operator())) {
				check(rule, aggregation, context, seen, report);
			}
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
			for (Expression part : Divisors.reaching(aggregation.expression())) {
				if (part instanceof VectorSelector selector && isSpoilt(selector, context)
						&& seen.add(selector.range())) {
					report.in(selector.range(), "recorded", aggregation.operator().symbol(),
							rule.text(selector.range()));
				}
			}
		}
		else if (seen.add(divisor.range())) {
			report.in(divisor.range(), "zero", aggregation.operator().symbol(), rule.text(divisor.range()));
		}
	}

	/** Whether a series is recorded by a division, perhaps through other rules. */
	private static boolean isSpoilt(VectorSelector selector, RuleContext context) {
		Set<String> seen = new HashSet<>();
		Deque<VectorSelector> open = new ArrayDeque<>(List.of(selector));
		while (!open.isEmpty()) {
			String metric = open.poll().metricName();
			if (metric == null || !seen.add(metric)) {
				continue;
			}
			for (Rule recording : context.rules().recording(metric)) {
				Expression expression = recording.expression();
				if (expression != null && Divisors.unsafe(expression) != null) {
					return true;
				}
				open.addAll(reachingSelectors(expression));
			}
		}
		return false;
	}

	private static List<VectorSelector> reachingSelectors(@Nullable Expression expression) {
		return (expression == null) ? List.of()
				: Divisors.reaching(expression)
					.stream()
					.filter(VectorSelector.class::isInstance)
					.map(VectorSelector.class::cast)
					.toList();
	}

}
