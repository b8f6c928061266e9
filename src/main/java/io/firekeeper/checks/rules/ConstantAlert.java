package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Expression;

/**
 * An alert on a number: it always fires. That is how one watches whether alerts arrive at
 * all, and hardly ever a mistake.
 */
final class ConstantAlert extends StandingCheck {

	ConstantAlert() {
		super("constant-alert", Severity.INFO);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (rule.isAlert() && expression != null && Constants.of(expression) != null) {
			report.in(expression.range(), "always", rule.name());
		}
	}

}
