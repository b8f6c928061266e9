package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.YamlScalar;

/**
 * A {@code for} or {@code keep_firing_for} that is shorter than the time between two
 * evaluations, or says nothing.
 */
final class ShortFor extends StandingCheck {

	ShortFor() {
		super("short-for", Severity.INFO);
	}

	@Override
	public boolean looksAtTarget() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (rule.isAlert()) {
			List.of("for", "keep_firing_for").forEach((key) -> check(rule, key, context, report));
		}
	}

	private static void check(Rule rule, String key, RuleContext context, Report report) {
		YamlScalar scalar = rule.scalar(key);
		Long duration = rule.milliseconds(key);
		Long interval = context.evaluationInterval(rule);
		if (scalar == null || duration == null) {
			return;
		}
		if (duration == 0) {
			report.fixable(scalar.position(), Edits.withoutLine(rule, key, scalar), "zero", key, scalar.text());
		}
		else if (interval != null && duration < interval) {
			report.at(scalar.position(), "short", key, scalar.text(), new PrometheusDuration(interval).toString());
		}
	}

}
