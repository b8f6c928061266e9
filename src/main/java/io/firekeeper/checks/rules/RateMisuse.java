package io.firekeeper.checks.rules;

import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.MetricKinds.MetricType;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.Subquery;

/**
 * A function of counters over a gauge or over an aggregation, or a function of gauges
 * over a counter. A sum hides when each counter restarts, so the rate of a sum is wrong
 * after every restart.
 */
final class RateMisuse extends StandingCheck {

	private static final Set<String> OF_COUNTERS = Set.of("rate", "irate", "increase");

	private static final Set<String> OF_GAUGES = Set.of("delta", "idelta", "deriv");

	RateMisuse() {
		super("rate-misuse", Severity.WARNING);
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		MetricKinds kinds = new MetricKinds(context);
		rule.parts(Call.class).forEach((call) -> check(rule, call, kinds, report));
	}

	private static void check(Rule rule, Call call, MetricKinds kinds, Report report) {
		String function = call.function().name();
		if (!OF_COUNTERS.contains(function) && !OF_GAUGES.contains(function)) {
			return;
		}
		switch (Parts.bare(call.arguments().getFirst())) {
			case Subquery subquery when OF_COUNTERS.contains(function) -> check(rule, function, subquery, report);
			case MatrixSelector matrix when matrix.selector().metricName() instanceof String metric ->
				check(rule, call, metric, kinds, report);
			default -> {
			}
		}
	}

	private static void check(Rule rule, String function, Subquery subquery, Report report) {
		if (Parts.bare(subquery.expression()) instanceof Aggregation aggregation
				&& !aggregation.operator().keepsSeries()) {
			report.in(aggregation.range(), "aggregate", function, aggregation.operator().symbol(),
					rule.text(aggregation.range()));
		}
	}

	private static void check(Rule rule, Call call, String metric, MetricKinds kinds, Report report) {
		String function = call.function().name();
		boolean forCounters = OF_COUNTERS.contains(function);
		MetricType type = kinds.of(metric);
		Aggregation recorded = forCounters ? kinds.aggregatedCounter(metric) : null;
		if (recorded != null) {
			report.in(call.range(), "recorded-aggregate", function, metric, recorded.operator().symbol());
		}
		else if (forCounters && type == MetricType.GAUGE) {
			report.in(call.range(), "gauge", function, metric);
		}
		else if (!forCounters && kinds.isSurelyCounter(metric)) {
			report.in(call.range(), "counter", function, metric);
		}
	}

}
