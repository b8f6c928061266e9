package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.template.TemplateUse;
import io.firekeeper.promql.analysis.Fate;

/**
 * An aggregation that takes away a label which a template of the alert reads, or by which
 * Alertmanager routes.
 */
final class DroppedLabel extends StandingCheck {

	DroppedLabel() {
		super("dropped-label", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (rule.isAlert()) {
			rule.texts().forEach((text) -> inTemplate(rule, text, context, report));
			context.receivers().routedBy().forEach((label) -> inRouting(rule, label, context, report));
		}
	}

	private static void inTemplate(Rule rule, AlertText text, RuleContext context, Report report) {
		for (TemplateUse.Mention mention : text.printedLabels()) {
			Fate fate = MissingLabel.of(rule, mention.name());
			boolean own = MissingLabel.isOwn(rule, text, mention.name());
			if (!own && fate != null && MissingLabel.isAggregated(fate)) {
				report.fixable(text.position(mention.offset()), KeptLabel.fix(rule, fate, mention.name(), context),
						"template", text.name(), mention.name(), MissingLabel.fragment(rule, fate));
			}
		}
	}

	private static void inRouting(Rule rule, String label, RuleContext context, Report report) {
		boolean set = rule.labels().containsKey(label) || context.target().externalLabels().containsKey(label);
		Fate fate = MissingLabel.of(rule, label);
		if (!set && fate != null && fate.range() != null && MissingLabel.isAggregated(fate)) {
			report.fixable(rule.position(fate.range()), KeptLabel.fix(rule, fate, label, context), "routing",
					rule.name(), label, MissingLabel.fragment(rule, fate));
		}
	}

}
