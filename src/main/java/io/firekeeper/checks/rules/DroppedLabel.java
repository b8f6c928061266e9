package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.AlertTexts.AlertText;
import io.firekeeper.configuration.template.TemplateUse;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.analysis.Fate;

/**
 * An aggregation that takes away a label which a template of the alert reads, or by which
 * Alertmanager routes.
 */
final class DroppedLabel implements RuleCheck {

	@Override
	public String name() {
		return "dropped-label";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (rule.isAlert() && expression != null) {
			AlertTexts.of(rule, context).forEach((text) -> inTemplate(rule, expression, text, context, report));
			context.receivers().routedBy().forEach((label) -> inRouting(rule, expression, label, context, report));
		}
	}

	private static void inTemplate(Rule rule, Expression expression, AlertText text, RuleContext context,
			Report report) {
		for (TemplateUse.Mention mention : text.printedLabels()) {
			Fate fate = MissingLabel.of(expression, mention.name());
			boolean own = MissingLabel.isOwn(rule, text, mention.name());
			if (!own && fate != null && MissingLabel.isAggregated(fate)) {
				report.fixable(text.position(mention.offset()), KeptLabel.fix(rule, fate, mention.name(), context),
						"template", text.name(), mention.name(), MissingLabel.fragment(rule, fate));
			}
		}
	}

	private static void inRouting(Rule rule, Expression expression, String label, RuleContext context, Report report) {
		boolean set = rule.labels().containsKey(label) || context.target().externalLabels().containsKey(label);
		Fate fate = MissingLabel.of(expression, label);
		if (!set && fate != null && fate.range() != null && MissingLabel.isAggregated(fate)) {
			report.fixable(rule.position(fate.range()), KeptLabel.fix(rule, fate, label, context), "routing",
					rule.name(), label, MissingLabel.fragment(rule, fate));
		}
	}

}
