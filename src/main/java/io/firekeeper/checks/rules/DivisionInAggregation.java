package io.firekeeper.checks.rules;

import java.util.HashSet;
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
			for (VectorSelector selector : Parts.of(aggregation.expression(), VectorSelector.class)) {
				if (isSpoilt(selector, context, new HashSet<>()) && seen.add(selector.range())) {
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
	private static boolean isSpoilt(VectorSelector selector, RuleContext context, Set<String> visited) {
		String metric = selector.metricName();
		if (metric == null || context.rules().recording(metric).isEmpty() || !visited.add(metric)) {
			return false;
		}
		return context.rules()
			.recording(metric)
			.stream()
			.anyMatch((recording) -> divides(recording.expression()) || recording.parts(VectorSelector.class)
				.stream()
				.anyMatch((inner) -> isSpoilt(inner, context, visited)));
	}

	private static boolean divides(@Nullable Expression expression) {
		return expression != null && Divisors.unsafe(expression) != null;
	}

}
