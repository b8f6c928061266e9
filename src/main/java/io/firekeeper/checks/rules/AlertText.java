package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.template.Template;
import io.firekeeper.configuration.template.TemplateUse;

/**
 * A label or an annotation of an alert that is a template which can be read.
 *
 * @param name its name
 * @param value as written
 * @param label whether it is a label
 * @param use what it uses
 * @param actions its actions
 * @param printedLabels the places where it prints a label of the alert, the first of each
 * label. One that a condition asks for may be missing
 */
record AlertText(String name, YamlScalar value, boolean label, TemplateUse use, TemplateActions actions,
		List<TemplateUse.Mention> printedLabels) {

	/** Those of an alert. */
	static List<AlertText> of(Rule rule) {
		List<AlertText> texts = new ArrayList<>();
		rule.labels().forEach((name, value) -> add(rule, name, value, true, texts));
		rule.annotations().forEach((name, value) -> add(rule, name, value, false, texts));
		return texts;
	}

	private static void add(Rule rule, String name, YamlScalar value, boolean label, List<AlertText> texts) {
		if (value.text().contains("{{")) {
			Template template = rule.template(value.text());
			if (template != null) {
				TemplateUse use = template.use();
				TemplateActions actions = TemplateActions.of(value.text());
				texts.add(new AlertText(name, value, label, use, actions, printedLabels(use, actions)));
			}
		}
	}

	private static List<TemplateUse.Mention> printedLabels(TemplateUse use, TemplateActions actions) {
		Map<String, TemplateUse.Mention> printed = new LinkedHashMap<>();
		List<TemplateUse.Mention> all = use.labels();
		all.forEach((mention) -> printed.putIfAbsent(mention.name(), mention));
		all.stream()
			.filter((mention) -> actions.asks(mention.offset()))
			.forEach((mention) -> printed.remove(mention.name()));
		return List.copyOf(printed.values());
	}

	/** Where a character of the template stands in the file. */
	Position position(int offset) {
		return this.value.position(offset);
	}

}
