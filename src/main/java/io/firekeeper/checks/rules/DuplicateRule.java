package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;

/**
 * A rule that another rule of the same Prometheus repeats: same name, labels and
 * expression. Both are evaluated, and one of the results is thrown away.
 */
final class DuplicateRule extends StandingCheck {

	DuplicateRule() {
		super("duplicate-rule", Severity.WARNING);
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Rule first = context.rules().namesakes(rule).firstLike(rule);
		if (!first.equals(rule)) {
			report.at(rule.title().position(), rule.isAlert() ? "alert" : "record", rule.name(), first.file().name(),
					first.groupName());
		}
	}

}
