package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A label that settings demand of rules, or a value that they do not allow.
 *
 * @param requirement what is demanded
 */
record RequiredLabel(Requirement requirement) implements RuleCheck {

	static @Nullable RuleCheck read(SettingsItem item) {
		Requirement requirement = Requirement.read(item);
		return (requirement != null) ? new RequiredLabel(requirement) : null;
	}

	@Override
	public String name() {
		return "required-label";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		this.requirement.check(rule, rule.labels(), report);
	}

}
