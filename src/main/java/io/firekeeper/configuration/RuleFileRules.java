package io.firekeeper.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.firekeeper.configuration.template.TemplateProblem;
import io.firekeeper.promql.SyntaxProblem;

/** Rules of rule files (prometheus/prometheus {@code model/rulefmt/rulefmt.go}). */
final class RuleFileRules {

	private RuleFileRules() {
	}

	static void file(TypedStruct file, Checking checking) {
		Set<String> names = new HashSet<>();
		for (TypedStruct group : file.structs("groups")) {
			if (group.has("name") && !names.add(group.text("name"))) {
				checking.problem("duplicate-group", group.at("name"), group.text("name"));
			}
		}
	}

	static void group(TypedStruct group, Checking checking) {
		labels(group, checking);
	}

	static void rule(TypedStruct rule, Checking checking) {
		checking.exclusive(rule, "record", "alert");
		checking.oneOf(rule, "record", "alert");
		checking.required(rule, "expr");
		expression(rule, checking);
		labels(rule, checking);
		if (rule.get("annotations") instanceof TypedValue.Entries annotations) {
			annotations.entries().forEach((name, value) -> name(name, value.place(), checking));
		}
		if (rule.has("record")) {
			recording(rule, checking);
		}
		if (rule.has("alert")) {
			templates(rule, "labels", checking);
			templates(rule, "annotations", checking);
		}
	}

	private static void expression(TypedStruct rule, Checking checking) {
		if (rule.has("expr")) {
			Place place = rule.at("expr");
			for (SyntaxProblem problem : checking.readings()
				.expression(rule.text("expr"), checking.dialect())
				.problems()) {
				checking.problems()
					.add(Problem.of(problem, place.path().toString(), place.within(problem.range().start())));
			}
		}
	}

	private static void templates(TypedStruct rule, String key, Checking checking) {
		if (rule.get(key) instanceof TypedValue.Entries entries) {
			entries.entries().forEach((name, value) -> {
				if (value instanceof TypedValue.Scalar scalar) {
					template(scalar, checking);
				}
			});
		}
	}

	private static void template(TypedValue.Scalar scalar, Checking checking) {
		TemplateProblem problem = checking.readings().template(scalar.text(), checking.version()).problem();
		if (problem != null) {
			checking.problems()
				.add(new Problem(Problem.ofTemplate(problem), problem.arguments(), scalar.place().path().toString(),
						scalar.place().within(problem.offset())));
		}
	}

	private static void recording(TypedStruct rule, Checking checking) {
		for (String key : List.of("for", "keep_firing_for", "annotations")) {
			if (rule.has(key)) {
				checking.problem("only-for-alerts", rule.at(key), key);
			}
		}
		String name = rule.text("record");
		if (!LabelNames.isMetric(name, checking.unicode())) {
			checking.problem("not-metric-name", rule.at("record"), name);
		}
		else if (checking.isAtLeast(3, 0) && (name.contains("{") || name.contains("}"))) {
			checking.problem("braces-in-name", rule.at("record"), name);
		}
	}

	private static void labels(TypedStruct owner, Checking checking) {
		if (!(owner.get("labels") instanceof TypedValue.Entries labels)) {
			return;
		}
		labels.entries().forEach((name, value) -> {
			name(name, value.place(), checking);
			if (name.equals("__name__")) {
				checking.problem("name-as-label", value.place());
			}
			if (value instanceof TypedValue.Scalar scalar && !LabelNames.isValue(scalar.text())) {
				checking.problem("not-label-value", value.place(), name);
			}
		});
	}

	private static void name(String name, Place place, Checking checking) {
		if (!LabelNames.isLabel(name, checking.unicode())) {
			checking.problem("not-label-name", place, name);
		}
	}

}
