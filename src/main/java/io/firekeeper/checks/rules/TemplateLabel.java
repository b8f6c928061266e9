package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.template.TemplateUse;
import io.firekeeper.promql.analysis.Fate;

/**
 * A template that reads a label which the alert never has, for another reason than an
 * aggregation, or because the rule itself sets it: the text has a hole there. Templates
 * see the labels of the expression's result, not those that the rule sets
 * (prometheus/prometheus {@code rules/alerting.go}, {@code Eval}).
 */
final class TemplateLabel extends StandingCheck {

	TemplateLabel() {
		super("template-label", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		rule.texts().forEach((text) -> check(rule, text, report));
	}

	private static void check(Rule rule, AlertText text, Report report) {
		for (TemplateUse.Mention mention : text.printedLabels()) {
			Fate fate = MissingLabel.of(rule, mention.name());
			boolean own = MissingLabel.isOwn(rule, text, mention.name());
			if (fate != null && (own || !MissingLabel.isAggregated(fate))) {
				report.at(text.position(mention.offset()), own ? "own" : code(fate), text.name(), mention.name(),
						MissingLabel.fragment(rule, fate));
			}
		}
	}

	private static String code(Fate fate) {
		if (fate.reason() == Fate.Reason.NUMBER) {
			return "number";
		}
		return (fate.reason() == Fate.Reason.NO_EQUAL_MATCHER) ? "absent" : "missing";
	}

}
