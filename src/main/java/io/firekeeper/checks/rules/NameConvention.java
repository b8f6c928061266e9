package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A name that is not as settings demand it.
 *
 * @param alerts what the names of alerts must look like, or {@code null}
 * @param records what the names of recorded series must look like, or {@code null}
 * @param own how bad it is, or {@code null}
 */
record NameConvention(@Nullable RulePattern alerts, @Nullable RulePattern records,
		@Nullable Severity own) implements RuleCheck {

	static @Nullable RuleCheck read(SettingsItem item) {
		item.needsAny("alerts", "records");
		return new NameConvention(item.pattern("alerts"), item.pattern("records"), item.severity());
	}

	@Override
	public String name() {
		return "name-convention";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		RulePattern pattern = rule.isAlert() ? this.alerts : this.records;
		if (pattern != null && !Variable.occursIn(rule.name()) && !pattern.matches(rule.name(), rule)) {
			report.as(this.own)
				.at(rule.title().position(), rule.isAlert() ? "alert" : "record", rule.name(), pattern.toString());
		}
	}

}
