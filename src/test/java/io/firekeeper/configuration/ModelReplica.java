package io.firekeeper.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.firekeeper.configuration.LoadedRuleGroup.LoadedRule;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.PromQl;

/**
 * What a replica would answer after it loaded a file that is sound: a model for
 * properties that need both sides, not a source of facts.
 */
public final class ModelReplica {

	private final TargetVersion version;

	private final Dialect dialect;

	private final String directory;

	public ModelReplica(TargetVersion version, String directory) {
		this.version = version;
		this.dialect = Dialect.of(version.major(), version.minor()).with(Feature.values());
		this.directory = directory;
	}

	/** The configuration as {@code /api/v1/status/config} prints it. */
	public String print(String text) {
		TypedStruct configuration = read(text, YamlDialect.GO_2, "{Configuration}");
		Inheritance.fill(configuration, this.version);
		Derivations.apply(configuration);
		return Yaml.print(mapping(configuration));
	}

	private YamlNode node(TypedValue value) {
		return switch (value) {
			case TypedValue.Nothing _ -> YamlScalar.plain("null");
			case TypedValue.Scalar scalar -> scalar(scalar);
			case TypedValue.Items items -> YamlSequence.of(items.items().stream().map(this::node).toList());
			case TypedValue.Entries entries -> mapping(entries.entries());
			case TypedStruct struct -> mapping(struct);
		};
	}

	private YamlNode scalar(TypedValue.Scalar scalar) {
		return switch (scalar.kind()) {
			case SECRET -> YamlScalar.string(scalar.text().isEmpty() ? "" : TypedPrinter.SECRET);
			case PATH -> YamlScalar.string(GoPath.join(this.directory, scalar.text()));
			case SIZE -> YamlScalar.string(scalar.text() + "B");
			case BOOL, INT, UINT, FLOAT -> YamlScalar.plain(scalar.text());
			case ANY ->
				Objects.requireNonNullElse(Yaml.read(scalar.text(), Yaml.USER_LIMIT).root(), YamlScalar.plain("null"));
			default -> YamlScalar.string(scalar.text());
		};
	}

	private YamlMapping mapping(TypedStruct struct) {
		Map<String, TypedValue> printed = new LinkedHashMap<>(struct.values());
		printed.keySet().removeIf((key) -> !struct.has(key) && !struct.isSet(key) && !isRegex(struct.get(key)));
		return mapping(printed);
	}

	/** Where a regex is missing, its default is meant. */
	private static boolean isRegex(TypedValue value) {
		return value instanceof TypedValue.Scalar scalar && scalar.kind() == SchemaType.Kind.REGEX;
	}

	private YamlMapping mapping(Map<String, TypedValue> values) {
		return new YamlMapping(values.entrySet()
			.stream()
			.map((entry) -> new YamlMapping.Entry(YamlScalar.string(entry.getKey()), node(entry.getValue())))
			.toList(), Position.NONE);
	}

	/** The rules of a file as {@code /api/v1/rules} reports them. */
	public List<LoadedRuleGroup> load(String file, String text, Duration interval) {
		TypedStruct rules = read(text, YamlDialect.ofRuleFiles(this.version), "{RuleFile}");
		return rules.structs("groups").stream().map((group) -> group(file, group, interval)).toList();
	}

	private LoadedRuleGroup group(String file, TypedStruct group, Duration interval) {
		Duration own = duration(group, "interval");
		return new LoadedRuleGroup(file, group.text("name"), own.isZero() ? interval : own,
				Integer.parseInt(group.text("limit")),
				group.structs("rules").stream().map((rule) -> rule(group, rule)).toList());
	}

	private LoadedRule rule(TypedStruct group, TypedStruct rule) {
		Map<String, String> labels = this.version.isAtLeast(3, 0) ? strings(group, "labels") : new LinkedHashMap<>();
		labels.putAll(strings(rule, "labels"));
		boolean alerts = rule.has("alert");
		return new LoadedRule(alerts, rule.text(alerts ? "alert" : "record"), canonical(rule.text("expr")),
				duration(rule, "for"), duration(rule, "keep_firing_for"), labels, strings(rule, "annotations"));
	}

	private String canonical(String text) {
		Expression expression = PromQl.parse(text, this.dialect).expression();
		return (expression != null) ? PromQl.print(expression, this.dialect) : text;
	}

	private static Duration duration(TypedStruct struct, String key) {
		return struct.text(key).isEmpty() ? Duration.ZERO
				: Duration.ofMillis(PrometheusDuration.parse(struct.text(key)).milliseconds());
	}

	private static Map<String, String> strings(TypedStruct struct, String key) {
		Map<String, String> strings = new LinkedHashMap<>();
		if (struct.get(key) instanceof TypedValue.Entries entries) {
			entries.entries().forEach((name, value) -> strings.put(name, ((TypedValue.Scalar) value).text()));
		}
		return strings;
	}

	private TypedStruct read(String text, YamlDialect dialect, String type) {
		YamlNode root = Objects.requireNonNullElse(Yaml.read(text, dialect, Yaml.RENDERED_LIMIT).root(),
				YamlMapping.empty());
		return (TypedStruct) new TypedReader(Schema.PROMETHEUS, this.version, dialect, TypedReader.Absent.DEFAULT,
				new ArrayList<>())
			.read(root, SchemaType.parse(type), YamlPath.ROOT);
	}

}
