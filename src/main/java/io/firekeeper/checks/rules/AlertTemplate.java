package io.firekeeper.checks.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.template.TemplateUse;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.analysis.Fate;

/**
 * A template that makes every value an alert of its own, makes a query that cannot work,
 * or reads what is not there.
 */
final class AlertTemplate extends StandingCheck {

	private static final Pattern EXTERNAL = Pattern.compile("(?:\\$externalLabels|\\.ExternalLabels)\\.(\\w+)");

	/** What Go refuses when the alert fires: the text then is an error message. */
	private static final Pattern FAILING = Pattern.compile("nil|(?:\\$value|\\.Value)\\s*\\|\\s*(?:first|value|strvalue"
			+ "|label|sortByLabel|query|toUpper|toLower|title|match|reReplaceAll|stripPort|stripDomain|graphLink"
			+ "|tableLink|parseDuration)\\b.*", Pattern.DOTALL);

	AlertTemplate() {
		super("alert-template", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		for (AlertText text : rule.texts()) {
			TemplateUse use = text.use();
			TemplateActions actions = text.actions();
			if (text.label()) {
				values(rule, text, use, actions, report);
			}
			use.unknownFields()
				.forEach((mention) -> report.at(text.position(mention.offset()), "field", text.name(), mention.name()));
			actions.queries().forEach((query) -> query(text, query, context.target().dialect(), report));
			actions.matching(FAILING)
				.forEach((mention) -> report.at(text.position(mention.offset()), "fails", text.name(), mention.name()));
			externalLabels(text, context, report);
		}
	}

	/** What only decides between texts takes few values. */
	private static void values(Rule rule, AlertText text, TemplateUse use, TemplateActions actions, Report report) {
		use.values()
			.stream()
			.filter((mention) -> actions.prints(mention.offset()))
			.findFirst()
			.ifPresent((mention) -> report.at(text.position(mention.offset()), "value", rule.name(), text.name(),
					mention.name()));
	}

	private static void query(AlertText text, TemplateActions.Query query, Dialect dialect, Report report) {
		Expression expression = PromQl.parse(query.expression(), dialect).expression();
		if (expression == null) {
			report.at(text.position(query.offset()), "query", text.name(), query.expression());
			return;
		}
		for (TemplateUse.Mention label : query.labels()) {
			Fate fate = MissingLabel.of(expression, label.name());
			if (fate != null) {
				report.at(text.position(label.offset()), "query-label", text.name(), label.name(), query.expression());
			}
		}
	}

	private static void externalLabels(AlertText text, RuleContext context, Report report) {
		if (context.target().isConfigured() && text.value().text().contains("xternalLabels")) {
			for (Matcher matcher = EXTERNAL.matcher(text.value().text()); matcher.find();) {
				if (!context.target().externalLabels().containsKey(matcher.group(1))) {
					report.at(text.position(matcher.start(1)), "external-label", text.name(), matcher.group(1));
				}
			}
		}
	}

}
