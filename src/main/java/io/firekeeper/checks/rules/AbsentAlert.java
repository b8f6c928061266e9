package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.VectorSelector;

/**
 * An alert on {@code absent} that says nothing about what is missing: the rule sets no
 * label but its severity, and only equal matchers become labels of the result
 * (prometheus/prometheus {@code promql/functions.go},
 * {@code createLabelsForAbsentFunction}), or that fires after every restart.
 */
final class AbsentAlert extends StandingCheck {

	private static final String SEVERITY = "severity";

	AbsentAlert() {
		super("absent-alert", Severity.INFO);
	}

	@Override
	public boolean looksAtTarget() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (rule.isAlert() && expression != null) {
			look(rule, expression, context, report);
		}
	}

	/** What stands behind {@code and} or {@code unless} gives no labels anyway. */
	private static void look(Rule rule, Expression expression, RuleContext context, Report report) {
		switch (expression) {
			case Call call when Builtins.isAbsence(call) -> check(rule, call, context, report);
			case Binary binary when binary.operator() == BinaryOperator.AND
					|| binary.operator() == BinaryOperator.UNLESS ->
				look(rule, binary.left(), context, report);
			default -> expression.children().forEach((child) -> look(rule, child, context, report));
		}
	}

	private static void check(Rule rule, Call call, RuleContext context, Report report) {
		String function = call.function().name();
		if (!isLabelled(call.arguments().getFirst()) && rule.labels().keySet().stream().allMatch(SEVERITY::equals)) {
			report.in(call.range(), "no-labels", function, rule.text(call.range()));
		}
		Long scrape = context.target().scrapeInterval();
		Long wait = rule.milliseconds("for");
		boolean instant = function.equals("absent");
		boolean readable = wait != null || rule.scalar("for") == null;
		if (instant && scrape != null && readable && ((wait != null) ? wait : 0) < 2 * scrape) {
			report.in(call.range(), "restart", rule.name(), new PrometheusDuration(2 * scrape).toString());
		}
	}

	private static boolean isLabelled(Expression argument) {
		return switch (Parts.bare(argument)) {
			case VectorSelector selector -> isLabelled(selector);
			case MatrixSelector matrix -> isLabelled(matrix.selector());
			default -> false;
		};
	}

	private static boolean isLabelled(VectorSelector selector) {
		return selector.matchers()
			.stream()
			.anyMatch((matcher) -> !matcher.isOnName() && matcher.type() == MatchType.EQUAL);
	}

}
