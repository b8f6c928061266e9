package io.firekeeper.checks.rules;

import java.util.HashMap;
import java.util.Map;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.Variable;
import org.jspecify.annotations.Nullable;

/**
 * An alert that no route takes to a receiver that notifies somebody.
 */
final class UnroutedAlert extends StandingCheck {

	UnroutedAlert() {
		super("unrouted-alert", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (rule.isAlert() && Boolean.FALSE.equals(context.receivers().notifies(labels(rule, context)))) {
			report.at(rule.title().position(), "nobody", rule.name());
		}
	}

	/** What the alert is sure to carry. A label with a template may have any value. */
	private static Map<String, @Nullable String> labels(Rule rule, RuleContext context) {
		Map<String, @Nullable String> labels = new HashMap<>(context.target().externalLabels());
		rule.labels().forEach((label, value) -> labels.put(label, known(value.text())));
		labels.put("alertname", known(rule.name()));
		return labels;
	}

	private static @Nullable String known(String text) {
		return (text.contains("{{") || Variable.occursIn(text)) ? null : text;
	}

}
