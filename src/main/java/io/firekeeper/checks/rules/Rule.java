package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.template.Template;
import io.firekeeper.policies.Variable;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.VectorSelector;
import io.firekeeper.promql.analysis.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a file. What its expression and its texts mean is found out once, when it is
 * asked for; several threads may ask.
 */
public final class Rule {

	private final RuleFile file;

	private final YamlMapping group;

	private final YamlMapping tree;

	private final YamlScalar title;

	private final boolean isAlert;

	private final YamlScalar source;

	private final RuleReading reading;

	private volatile @Nullable Map<String, YamlScalar> labels;

	private volatile @Nullable List<AlertText> texts;

	private volatile @Nullable Map<String, String> labelTexts;

	/**
	 * Makes a rule.
	 * @param file where it stands
	 * @param group its group
	 * @param tree the rule as written
	 * @param title its {@code alert} or {@code record}
	 * @param isAlert whether it is an alert
	 * @param source its {@code expr}
	 * @param reading what it says
	 */
	Rule(RuleFile file, YamlMapping group, YamlMapping tree, YamlScalar title, boolean isAlert, YamlScalar source,
			RuleReading reading) {
		this.file = file;
		this.group = group;
		this.tree = tree;
		this.title = title;
		this.isAlert = isAlert;
		this.source = source;
		this.reading = reading;
	}

	/** Where it stands. */
	RuleFile file() {
		return this.file;
	}

	/** Whether it is an alert; else it records a series. */
	public boolean isAlert() {
		return this.isAlert;
	}

	/** Its group. */
	YamlMapping group() {
		return this.group;
	}

	/** Its {@code alert} or {@code record}. */
	YamlScalar title() {
		return this.title;
	}

	/** Its {@code expr}. */
	public YamlScalar source() {
		return this.source;
	}

	/** The alert's or the recorded series' name. */
	public String name() {
		return this.title.text();
	}

	/** What became of the expression. */
	public Parsed parsed() {
		return this.reading.parsed();
	}

	/** The expression, or {@code null} when it cannot be read. */
	@Nullable Expression expression() {
		return parsed().expression();
	}

	/** Everything of one sort in the expression, outermost first. */
	<T extends Expression> List<T> parts(Class<T> type) {
		return this.reading.parts(type);
	}

	/** The matchers with a regular expression, but for those with a variable of ours. */
	List<Matcher> regexes() {
		List<Matcher> regexes = new ArrayList<>();
		for (VectorSelector selector : parts(VectorSelector.class)) {
			for (Matcher matcher : selector.matchers()) {
				if (matcher.type().isRegex() && !Variable.occursIn(matcher.value())) {
					regexes.add(matcher);
				}
			}
		}
		return regexes;
	}

	/** A template of the rule, or {@code null} when it cannot be read. */
	@Nullable Template template(String text) {
		return this.reading.template(text);
	}

	/** What can come out of a part of the expression. */
	List<Outcome> outcomes(Expression part) {
		return this.reading.outcomes(part);
	}

	/** What can come out; nothing is known when the expression cannot be read. */
	List<Outcome> outcomes() {
		Expression whole = expression();
		return (whole != null) ? outcomes(whole) : List.of();
	}

	/** The labels and annotations of an alert that are templates which can be read. */
	List<AlertText> texts() {
		List<AlertText> known = this.texts;
		if (known == null) {
			known = this.isAlert ? AlertText.of(this) : List.of();
			this.texts = known;
		}
		return known;
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
		Map<String, YamlScalar> known = this.labels;
		if (known == null) {
			known = new LinkedHashMap<>(entries(this.group, "labels"));
			known.putAll(ownLabels());
			this.labels = known;
		}
		return known;
	}

	/** The same labels without their places, to compare. */
	Map<String, String> labelTexts() {
		Map<String, String> known = this.labelTexts;
		if (known == null) {
			known = new HashMap<>();
			for (Map.Entry<String, YamlScalar> label : labels().entrySet()) {
				known.put(label.getKey(), label.getValue().text());
			}
			this.labelTexts = known;
		}
		return known;
	}

	/**
	 * The expression as Prometheus prints it; as written when it cannot be read.
	 */
	String printed() {
		return this.reading.printed();
	}

	Map<String, YamlScalar> ownLabels() {
		return entries(this.tree, "labels");
	}

	Map<String, YamlScalar> annotations() {
		return entries(this.tree, "annotations");
	}

	/** The rule as written. */
	YamlMapping tree() {
		return this.tree;
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

}
