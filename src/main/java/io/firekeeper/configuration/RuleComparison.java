package io.firekeeper.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.firekeeper.configuration.LoadedRuleGroup.LoadedRule;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.PromQl;

/** Compares rule files with the groups that a replica reports. */
final class RuleComparison {

	private final List<Difference> differences = new ArrayList<>();

	private final Map<String, String> canonical = new HashMap<>();

	private final Dialect dialect;

	private final TargetVersion version;

	private final Duration defaultInterval;

	RuleComparison(Duration defaultInterval, TargetVersion version) {
		this.dialect = Dialect.of(version.major(), version.minor()).with(Feature.values());
		this.defaultInterval = defaultInterval;
		this.version = version;
	}

	List<Difference> compare(Map<String, String> expected, List<LoadedRuleGroup> actual) {
		Map<String, Map<String, LoadedRuleGroup>> loaded = byFile(actual);
		expected.forEach((file, text) -> file(file, text, Objects.requireNonNullElse(loaded.remove(file), Map.of())));
		loaded.forEach((file, groups) -> groups.keySet()
			.forEach((group) -> differ(file + ": groups[" + group + "]", null, group)));
		return List.copyOf(this.differences);
	}

	private Map<String, Map<String, LoadedRuleGroup>> byFile(List<LoadedRuleGroup> actual) {
		Map<String, Map<String, LoadedRuleGroup>> files = new LinkedHashMap<>();
		for (LoadedRuleGroup group : actual) {
			Map<String, LoadedRuleGroup> groups = files.computeIfAbsent(group.file(), (_) -> new LinkedHashMap<>());
			if (groups.putIfAbsent(group.name(), group) != null) {
				this.differences.add(new Difference(group.file() + ": groups[" + group.name() + "]", "1", "2"));
			}
		}
		return files;
	}

	private void file(String file, String text, Map<String, LoadedRuleGroup> loaded) {
		YamlDialect dialect = YamlDialect.ofRuleFiles(this.version);
		Yaml.Reading reading = Yaml.read(text, dialect, Yaml.RENDERED_LIMIT);
		List<Problem> problems = new ArrayList<>(reading.problems());
		YamlNode root = Objects.requireNonNullElse(reading.root(), YamlMapping.empty());
		TypedValue value = new TypedReader(Schema.PROMETHEUS, this.version, dialect, TypedReader.Absent.DEFAULT,
				problems)
			.read(root, SchemaType.parse("{RuleFile}"), YamlPath.ROOT);
		problems.stream()
			.filter((problem) -> problem.isError())
			.forEach((problem) -> differ(file + ": " + problem.path(), problem.code(), null));
		groups(file, ((TypedStruct) value).structs("groups"), new LinkedHashMap<>(loaded));
	}

	/**
	 * Compares by name. Newer replicas do not report a group without rules (seen on 2.53,
	 * 3.5).
	 */
	private void groups(String file, List<TypedStruct> expected, Map<String, LoadedRuleGroup> loaded) {
		for (TypedStruct group : expected) {
			String path = file + ": groups[" + group.text("name") + "]";
			LoadedRuleGroup actual = loaded.remove(group.text("name"));
			if (actual != null) {
				group(path, group, actual);
			}
			else if (group.has("rules")) {
				differ(path, group.text("name"), null);
			}
		}
		loaded.keySet().forEach((name) -> differ(file + ": groups[" + name + "]", null, name));
	}

	private void group(String path, TypedStruct expected, LoadedRuleGroup actual) {
		Duration own = duration(expected, "interval");
		durations(path + ".interval", own.isZero() ? this.defaultInterval : own, actual.interval());
		differ(path + ".limit", expected.text("limit"), String.valueOf(actual.limit()));
		List<TypedStruct> rules = expected.structs("rules");
		for (int index = 0; index < Math.max(rules.size(), actual.rules().size()); index++) {
			String place = path + ".rules[" + index + "]";
			if (index >= rules.size()) {
				differ(place, null, actual.rules().get(index).name());
			}
			else if (index >= actual.rules().size()) {
				differ(place, name(rules.get(index)), null);
			}
			else {
				rule(place, rules.get(index), expected, actual.rules().get(index));
			}
		}
	}

	private void rule(String path, TypedStruct expected, TypedStruct group, LoadedRule actual) {
		differ(path + (expected.has("alert") ? ".alert" : ".record"), kind(expected.has("alert"), name(expected)),
				kind(actual.alerting(), actual.name()));
		expression(path + ".expr", expected.text("expr"), actual.expression());
		durations(path + ".for", duration(expected, "for"), actual.duration());
		durations(path + ".keep_firing_for", duration(expected, "keep_firing_for"), actual.keepFiringFor());
		Map<String, String> labels = new LinkedHashMap<>(
				this.version.isAtLeast(3, 0) ? strings(group, "labels") : Map.of());
		labels.putAll(strings(expected, "labels"));
		maps(path + ".labels", labels, actual.labels());
		maps(path + ".annotations", strings(expected, "annotations"), actual.annotations());
	}

	private static String name(TypedStruct rule) {
		return rule.text(rule.has("alert") ? "alert" : "record");
	}

	private static String kind(boolean alerting, String name) {
		return (alerting ? "alert " : "record ") + name;
	}

	private void expression(String path, String expected, String actual) {
		if (!expected.strip().equals(actual.strip())) {
			differ(path, canonical(expected), canonical(actual));
		}
	}

	private String canonical(String expression) {
		return this.canonical.computeIfAbsent(expression, this::print);
	}

	/** What is no expression stays as it is: nothing else is equal to it. */
	private String print(String text) {
		Expression expression = PromQl.parse(text, this.dialect).expression();
		return (expression != null) ? PromQl.print(expression, this.dialect) : text.strip();
	}

	private void durations(String path, Duration expected, Duration actual) {
		differ(path, text(expected), text(actual));
	}

	private static String text(Duration duration) {
		return new PrometheusDuration(duration.toMillis()).toString();
	}

	private static Duration duration(TypedStruct struct, String key) {
		return struct.has(key) ? Duration.ofMillis(PrometheusDuration.parse(struct.text(key)).milliseconds())
				: Duration.ZERO;
	}

	private void maps(String path, Map<String, String> expected, Map<String, String> actual) {
		Map<String, String> wanted = filled(expected);
		Map<String, String> running = filled(actual);
		wanted.forEach((key, value) -> differ(path + "." + key, value, running.remove(key)));
		running.forEach((key, value) -> differ(path + "." + key, null, value));
	}

	private static Map<String, String> filled(Map<String, String> map) {
		Map<String, String> filled = new TreeMap<>(map);
		filled.values().removeIf(String::isEmpty);
		return filled;
	}

	private static Map<String, String> strings(TypedStruct struct, String key) {
		Map<String, String> strings = new LinkedHashMap<>();
		if (struct.get(key) instanceof TypedValue.Entries entries) {
			entries.entries()
				.forEach((name, value) -> strings.put(name,
						(value instanceof TypedValue.Scalar scalar) ? scalar.text() : ""));
		}
		return strings;
	}

	private void differ(String path, @Nullable String expected, @Nullable String actual) {
		if (!Objects.equals(expected, actual)) {
			this.differences.add(new Difference(path, expected, actual));
		}
	}

}
