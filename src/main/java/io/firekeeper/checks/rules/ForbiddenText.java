package io.firekeeper.checks.rules;

import java.util.Map;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A text that settings do not allow in the names or values of labels and annotations.
 *
 * @param names what names may not look like, or {@code null}
 * @param values what values may not look like, or {@code null}
 * @param labels whether labels are looked at
 * @param annotations whether annotations are looked at
 * @param own how bad it is, or {@code null}
 */
record ForbiddenText(@Nullable RulePattern names, @Nullable RulePattern values, boolean labels, boolean annotations,
		@Nullable Severity own) implements RuleCheck {

	static @Nullable RuleCheck read(SettingsItem item) {
		item.needsAny("names", "values");
		RulePattern names = item.pattern("names");
		RulePattern values = item.pattern("values");
		boolean labels = item.flag("labels");
		boolean annotations = item.flag("annotations");
		boolean both = !labels && !annotations;
		return new ForbiddenText(names, values, labels || both, annotations || both, item.severity());
	}

	@Override
	public String name() {
		return "forbidden-text";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (this.labels) {
			check(rule, rule.labels(), report.as(this.own));
		}
		if (this.annotations) {
			check(rule, rule.annotations(), report.as(this.own));
		}
	}

	private void check(Rule rule, Map<String, YamlScalar> entries, Report report) {
		entries.forEach((name, value) -> {
			if (this.names != null && this.names.matches(name, rule)) {
				report.at(value.position(), "name", rule.name(), name, this.names.toString());
			}
			if (this.values != null && !Variable.occursIn(value.text()) && this.values.matches(value.text(), rule)) {
				report.at(value.position(), "value", rule.name(), name, this.values.toString());
			}
		});
	}

}
