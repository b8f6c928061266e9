package io.firekeeper.checks.rules;

import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.VectorSelector;

/**
 * An alert on the value of a counter: the value starts at 0 with every restart, so it
 * says how long the process runs.
 */
final class CounterWithoutRate extends StandingCheck {

	private static final Set<String> SAFE = Set.of("rate", "irate", "increase", "delta", "idelta", "deriv", "changes",
			"resets", "absent", "absent_over_time", "present_over_time", "count_over_time", "timestamp",
			"ts_of_last_over_time", "ts_of_first_over_time", "start_timestamp", "histogram_quantile");

	CounterWithoutRate() {
		super("counter-without-rate", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (rule.isAlert() && expression != null) {
			look(expression, new MetricKinds(context), report);
		}
	}

	private static void look(Expression expression, MetricKinds kinds, Report report) {
		switch (expression) {
			case VectorSelector selector when selector.offset() == null -> {
				String metric = selector.metricName();
				if (metric != null && kinds.isSurelyCounter(metric)) {
					report.in(selector.range(), "read", metric);
				}
			}
			case Call call when SAFE.contains(call.function().name()) -> {
			}
			case Aggregation aggregation when aggregation.operator().counts() -> {
			}
			case Binary binary when binary.operator().isSetOperator() || isDifference(binary) ->
				lookLeft(binary, kinds, report);
			default -> expression.children().forEach((child) -> look(child, kinds, report));
		}
	}

	private static void lookLeft(Binary binary, MetricKinds kinds, Report report) {
		if (binary.operator().isSetOperator()) {
			look(binary.left(), kinds, report);
			if (binary.operator() == BinaryOperator.OR) {
				look(binary.right(), kinds, report);
			}
		}
	}

	/** What a counter was a while ago, taken away or compared, is a rate by hand. */
	private static boolean isDifference(Binary binary) {
		for (VectorSelector selector : Parts.of(binary, VectorSelector.class)) {
			if (selector.offset() != null) {
				return true;
			}
		}
		return false;
	}

}
