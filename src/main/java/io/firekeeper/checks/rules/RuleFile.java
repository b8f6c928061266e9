package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.TextLines;
import io.firekeeper.configuration.Readings;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.promql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A file of rules, or a policy that becomes one. Several threads may ask.
 */
public final class RuleFile {

	private final String name;

	private final String text;

	private final YamlMapping content;

	private final CheckSettings settings;

	private final Readings readings;

	private volatile @Nullable TextLines lines;

	private RuleFile(String name, String text, YamlMapping content, CheckSettings settings, Readings readings) {
		this.name = name;
		this.text = text;
		this.content = content;
		this.settings = settings;
		this.readings = readings;
	}

	/**
	 * Makes a file of what was read.
	 * @param name what findings call it
	 * @param text the whole text, in which places count
	 * @param content the mapping with {@code groups}
	 * @param settings how its rules are checked
	 */
	public static RuleFile of(String name, String text, YamlMapping content, CheckSettings settings) {
		return new RuleFile(name, text, content, settings, new Readings());
	}

	/**
	 * Reads a file. What is no YAML has no rules: that Prometheus refuses it is for
	 * others to say.
	 */
	public static RuleFile read(String name, String text, CheckSettings settings) {
		YamlNode root = Yaml.read(text, Yaml.RENDERED_LIMIT).root();
		return of(name, text, (root instanceof YamlMapping mapping) ? mapping : YamlMapping.empty(), settings);
	}

	/** The rules of a policy, or {@code null} when it is of a kind without rules. */
	static @Nullable RuleFile of(PolicyDocument policy, CheckSettings base) {
		if (policy.kind() != PolicyKind.RULE_GROUPS || !(policy.spec() instanceof YamlMapping spec)) {
			return null;
		}
		CheckSettings own = CheckSettings.read(policy.name(), policy.checks()).settings();
		return new RuleFile(policy.name(), policy.text(), spec, own.over(base), policy.readings());
	}

	/**
	 * Its rules in order. What has no name or no expression is none.
	 * @param dialect the PromQL of the target
	 */
	public List<Rule> rules(Dialect dialect) {
		List<Rule> rules = new ArrayList<>();
		for (YamlMapping group : groups()) {
			for (YamlMapping tree : mappings(group.get("rules"))) {
				YamlScalar alert = Rule.scalar(tree, "alert");
				YamlScalar title = (alert != null) ? alert : Rule.scalar(tree, "record");
				YamlScalar source = Rule.scalar(tree, "expr");
				if (title != null && source != null) {
					rules.add(new Rule(this, group, tree, title, alert != null, source,
							new RuleReading(source.text(), dialect, this.readings)));
				}
			}
		}
		return rules;
	}

	List<YamlMapping> groups() {
		return mappings(this.content.get("groups"));
	}

	static List<YamlMapping> mappings(@Nullable YamlNode node) {
		return (node instanceof YamlSequence sequence)
				? sequence.items().stream().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast).toList()
				: List.of();
	}

	/** What findings call it. */
	String name() {
		return this.name;
	}

	/** The whole text, in which places count. */
	String text() {
		return this.text;
	}

	/** The mapping with {@code groups}. */
	YamlMapping content() {
		return this.content;
	}

	/** How its rules are checked. */
	CheckSettings settings() {
		return this.settings;
	}

	/**
	 * The offset of a place in the text, in UTF-16 code units; -1 when the text has no
	 * such place.
	 */
	int offset(Position position) {
		TextLines known = this.lines;
		if (known == null) {
			known = new TextLines(this.text);
			this.lines = known;
		}
		return known.offset(position);
	}

}
