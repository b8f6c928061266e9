package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that settings demand of alerts, or a value that they do not allow.
 *
 * @param requirement what is demanded
 */
record RequiredAnnotation(Requirement requirement) implements RuleCheck {

	static @Nullable RuleCheck read(SettingsItem item) {
		Requirement requirement = Requirement.read(item);
		return (requirement != null) ? new RequiredAnnotation(requirement) : null;
	}

	@Override
	public String name() {
		return "required-annotation";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (rule.isAlert()) {
			this.requirement.check(rule, rule.annotations(), report);
		}
	}

}
