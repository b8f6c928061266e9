package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.YamlScalar;

/**
 * A group that is evaluated less often than samples count as present: recorded series
 * have gaps, and alerts flap. 5 minutes is the default of {@code --query.lookback-delta}
 * (prometheus/prometheus {@code cmd/prometheus/main.go}).
 */
final class LongInterval extends StandingCheck {

	private static final long LOOKBACK = 300_000;

	LongInterval() {
		super("long-interval", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Long interval = rule.groupInterval();
		YamlScalar written = Rule.scalar(rule.group(), "interval");
		Long keep = rule.milliseconds("keep_firing_for");
		boolean kept = rule.isAlert() && interval != null && keep != null && keep >= interval;
		if (written != null && interval != null && interval > LOOKBACK && !kept) {
			report.at(written.position(), rule.isAlert() ? "alert" : "record", rule.groupName(),
					new PrometheusDuration(interval).toString());
		}
	}

}
