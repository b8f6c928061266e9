package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.promql.MatrixSelector;
import org.jspecify.annotations.Nullable;

/**
 * A range selector that reads further back than settings allow.
 *
 * @param maximum the most, in milliseconds
 * @param own how bad it is, or {@code null}
 */
record LongestRange(long maximum, @Nullable Severity own) implements RuleCheck {

	static @Nullable RuleCheck read(SettingsItem item) {
		item.required("max");
		Long maximum = item.milliseconds("max");
		Severity severity = item.severity();
		return (maximum != null) ? new LongestRange(maximum, severity) : null;
	}

	@Override
	public String name() {
		return "range-limit";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		rule.parts(MatrixSelector.class)
			.stream()
			.filter((selector) -> window(selector) > this.maximum)
			.forEach((selector) -> report.as(this.own)
				.in(selector.range(), "long", rule.text(selector.range()),
						new PrometheusDuration(this.maximum).toString()));
	}

	private static long window(MatrixSelector selector) {
		Long window = selector.window().fixedMilliseconds();
		return (window != null) ? window : 0;
	}

}
