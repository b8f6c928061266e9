package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlScalar;

/**
 * An alerting rule without the label {@code severity}: Alertmanager routes by it, so the
 * alert ends where nobody expects it.
 */
final class RuleWithoutSeverity extends StandingCheck {

	RuleWithoutSeverity() {
		super("rule-without-severity", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		YamlScalar severity = rule.labels().get("severity");
		if (rule.isAlert() && (severity == null || severity.isNull() || severity.text().isEmpty())) {
			report.at(rule.title().position(), "missing", rule.name());
		}
	}

}
