package io.firekeeper.checks.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.Range;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its parsed expression.
 *
 * @param file where it stands
 * @param group its group
 * @param tree the rule as written
 * @param title its {@code alert} or {@code record}
 * @param isAlert whether it is an alert
 * @param source its {@code expr}
 * @param parsed what became of the expression
 */
public record Rule(RuleFile file, YamlMapping group, YamlMapping tree, YamlScalar title, boolean isAlert,
		YamlScalar source, Parsed parsed) {

	/** The alert's or the recorded series' name. */
	public String name() {
		return this.title.text();
	}

	/** The expression, or {@code null} when it cannot be read. */
	@Nullable Expression expression() {
		return this.parsed.expression();
	}

	/** The text of a part of the expression. */
	String text(Range range) {
		return range.in(this.source.text());
	}

	/** Where a part of the expression starts in the file. */
	Position position(Range range) {
		return this.source.position(range.start());
	}

	/** What is written behind a key, or {@code null}. */
	@Nullable YamlScalar scalar(String key) {
		return scalar(this.tree, key);
	}

	/** A duration in milliseconds, or {@code null} when there is none. */
	@Nullable Long milliseconds(String key) {
		return milliseconds(scalar(key));
	}

	/**
	 * How often its group says that it is evaluated, in milliseconds, or {@code null}.
	 */
	@Nullable Long groupInterval() {
		return milliseconds(scalar(this.group, "interval"));
	}

	/** The name of its group. */
	public String groupName() {
		YamlScalar name = scalar(this.group, "name");
		return (name != null) ? name.text() : "";
	}

	/**
	 * The labels that it sets, those of its group too: rules win (prometheus/prometheus
	 * {@code rules/manager.go}, {@code LoadGroups}).
	 */
	Map<String, YamlScalar> labels() {
		Map<String, YamlScalar> labels = new LinkedHashMap<>(entries(this.group, "labels"));
		labels.putAll(ownLabels());
		return labels;
	}

	Map<String, YamlScalar> ownLabels() {
		return entries(this.tree, "labels");
	}

	Map<String, YamlScalar> annotations() {
		return entries(this.tree, "annotations");
	}

	boolean isFirstOfGroup() {
		List<YamlMapping> rules = RuleFile.mappings(this.group.get("rules"));
		return !rules.isEmpty() && rules.getFirst() == this.tree;
	}

	/** The last line of its text. */
	int lastLine() {
		return Math.max(this.tree.position().line(), lastLine(this.tree));
	}

	private static int lastLine(YamlMapping mapping) {
		int last = 0;
		for (YamlMapping.Entry entry : mapping.entries()) {
			last = Math.max(last, entry.key().position().line());
			if (entry.value() instanceof YamlScalar value) {
				last = Math.max(last, value.position(value.text().length()).line());
			}
			else if (entry.value() instanceof YamlMapping inner) {
				last = Math.max(last, lastLine(inner));
			}
		}
		return last;
	}

	static @Nullable YamlScalar scalar(YamlMapping mapping, String key) {
		return (mapping.get(key) instanceof YamlScalar scalar && !scalar.isNull()) ? scalar : null;
	}

	static @Nullable Long milliseconds(@Nullable YamlScalar scalar) {
		PrometheusDuration duration = (scalar != null) ? PrometheusDuration.orNull(scalar.text()) : null;
		return (duration != null) ? (Long) duration.milliseconds() : null;
	}

	private static Map<String, YamlScalar> entries(YamlMapping owner, String key) {
		Map<String, YamlScalar> entries = new LinkedHashMap<>();
		if (owner.get(key) instanceof YamlMapping mapping) {
			mapping.entries().forEach((entry) -> {
				if (entry.value() instanceof YamlScalar value) {
					entries.put(entry.key().text(), value);
				}
			});
		}
		return entries;
	}

	/** Rules are the same only when they stand in the same place. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Rule rule && this.tree == rule.tree;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.file.name(), this.title);
	}

}
