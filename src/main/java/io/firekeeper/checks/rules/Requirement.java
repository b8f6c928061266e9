package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.re2j.Matcher;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What settings demand of labels or annotations.
 *
 * @param name which, by a pattern
 * @param words the parts of the value that are looked at, or {@code null} for the whole
 * @param matches what a value must look like, or {@code null}
 * @param oneOf the values that are allowed, or none for any
 * @param optional whether it may be missing
 * @param severity how bad it is, or {@code null}
 */
record Requirement(RulePattern name, @Nullable RulePattern words, @Nullable RulePattern matches, List<String> oneOf,
		boolean optional, @Nullable Severity severity) {

	static @Nullable Requirement read(SettingsItem item) {
		item.required("name");
		RulePattern name = item.pattern("name");
		RulePattern words = item.pattern("words");
		RulePattern matches = item.pattern("matches");
		List<String> oneOf = item.texts("one_of");
		boolean optional = item.flag("optional");
		Severity severity = item.severity();
		return (name != null) ? new Requirement(name, words, matches, oneOf, optional, severity) : null;
	}

	/** Holds the labels or annotations of a rule against it. */
	void check(Rule rule, Map<String, YamlScalar> values, Report report) {
		List<YamlScalar> named = values.entrySet()
			.stream()
			.filter((entry) -> this.name.matches(entry.getKey(), rule))
			.map(Map.Entry::getValue)
			.toList();
		boolean missing = named.isEmpty()
				|| named.stream().anyMatch((value) -> value.isNull() || value.text().isEmpty());
		if (missing && !this.optional) {
			report.as(this.severity).at(rule.title().position(), "missing", rule.name(), this.name.toString());
			return;
		}
		named.stream()
			.filter((value) -> !Variable.occursIn(value.text()))
			.forEach((value) -> check(rule, value, report.as(this.severity)));
	}

	private void check(Rule rule, YamlScalar value, Report report) {
		for (String part : parts(rule, value.text())) {
			if (this.matches != null && !this.matches.matches(part, rule)) {
				report.at(value.position(), "pattern", rule.name(), this.name.toString(), part,
						this.matches.toString());
			}
			else if (!this.oneOf.isEmpty() && !this.oneOf.contains(part)) {
				report.at(value.position(), "value", rule.name(), this.name.toString(), part,
						String.join(", ", this.oneOf));
			}
		}
	}

	private List<String> parts(Rule rule, String value) {
		if (this.words == null) {
			return List.of(value);
		}
		List<String> parts = new ArrayList<>();
		for (Matcher matcher = this.words.within(rule).matcher(value); matcher.find();) {
			parts.add(matcher.group());
		}
		return parts;
	}

}
