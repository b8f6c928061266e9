package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.VectorSelector;

/**
 * A rule that reads what a removed rule made: a recorded series, or the state of an
 * alert.
 */
final class RemovedDependency extends StandingCheck {

	RemovedDependency() {
		super("removed-dependency", Severity.WARNING);
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (!context.before().rules().isEmpty()) {
			rule.parts(VectorSelector.class).forEach((selector) -> check(rule, selector, context, report));
		}
	}

	private static void check(Rule rule, VectorSelector selector, RuleContext context, Report report) {
		String metric = selector.metricName();
		if (metric == null) {
			return;
		}
		if (Builtins.isOfAlerts(metric)) {
			selector.matchers()
				.stream()
				.filter((matcher) -> matcher.label().equals("alertname") && matcher.type() == MatchType.EQUAL)
				.filter((matcher) -> context.before().alerts().contains(matcher.value())
						&& !context.rules().alerts().contains(matcher.value()))
				.forEach((matcher) -> report.in(matcher.range(), "alert", rule.name(), matcher.value()));
		}
		else if (context.before().recorded().contains(metric) && !context.rules().recorded().contains(metric)) {
			report.in(selector.range(), "record", rule.name(), metric);
		}
	}

}
