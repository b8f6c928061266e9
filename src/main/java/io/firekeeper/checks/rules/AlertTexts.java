package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.template.Template;
import io.firekeeper.configuration.template.TemplateUse;
import io.firekeeper.promql.Release;

/**
 * The labels and annotations of an alert that are templates which can be read.
 */
final class AlertTexts {

	private AlertTexts() {
	}

	static List<AlertText> of(Rule rule, RuleContext context) {
		List<AlertText> texts = new ArrayList<>();
		if (rule.isAlert()) {
			add(rule.labels(), true, context, texts);
			add(rule.annotations(), false, context, texts);
		}
		return texts;
	}

	private static void add(Map<String, YamlScalar> entries, boolean label, RuleContext context,
			List<AlertText> texts) {
		Release release = context.target().dialect().release();
		entries.forEach((name, value) -> {
			Template template = Template.read(value.text(), new TargetVersion(release.major(), release.minor()))
				.template();
			if (template != null && value.text().contains("{{")) {
				texts.add(new AlertText(name, value, label, template));
			}
		});
	}

	/**
	 * A label or an annotation.
	 *
	 * @param name its name
	 * @param value as written
	 * @param label whether it is a label
	 * @param template what it says
	 */
	record AlertText(String name, YamlScalar value, boolean label, Template template) {

		/**
		 * The places where it prints a label of the alert, the first of each label. One
		 * that a condition asks for may be missing.
		 */
		List<TemplateUse.Mention> printedLabels() {
			TemplateActions actions = TemplateActions.of(this.value.text());
			Map<String, TemplateUse.Mention> printed = new LinkedHashMap<>();
			List<TemplateUse.Mention> all = this.template.use().labels();
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

}
