package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.Variable;

/**
 * A label of a rule that is an external label too: alerts, remote storage and federation
 * get the rule's value in place of the one that tells where they come from
 * (prometheus/prometheus {@code notifier/notifier.go}, {@code storage/remote}).
 */
final class ExternalLabelCollision extends StandingCheck {

	ExternalLabelCollision() {
		super("external-label", Severity.WARNING);
	}

	@Override
	public boolean looksAtTarget() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		rule.labels().forEach((label, value) -> {
			String external = context.target().externalLabels().get(label);
			if (external != null && !external.equals(value.text()) && !Variable.occursIn(value.text())) {
				report.at(value.position(), "hidden", rule.name(), label, value.text(), external);
			}
		});
	}

}
