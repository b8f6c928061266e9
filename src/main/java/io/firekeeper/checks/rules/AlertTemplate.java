package io.firekeeper.checks.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
	public boolean looksAtTarget() {
		return true;
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

	/** One that a condition asks for may be missing. */
	private static void externalLabels(AlertText text, RuleContext context, Report report) {
		if (!context.target().isConfigured() || !text.value().text().contains("xternalLabels")) {
			return;
		}
		Map<String, Integer> printed = new LinkedHashMap<>();
		Set<String> asked = new HashSet<>(context.target().externalLabels().keySet());
		for (Matcher matcher = EXTERNAL.matcher(text.value().text()); matcher.find();) {
			if (text.actions().asks(matcher.start())) {
				asked.add(matcher.group(1));
			}
			else if (text.actions().contain(matcher.start())) {
				printed.putIfAbsent(matcher.group(1), matcher.start(1));
			}
		}
		printed.keySet().removeAll(asked);
		printed.forEach((label, offset) -> report.at(text.position(offset), "external-label", text.name(), label));
	}

}
