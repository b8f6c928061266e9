package io.firekeeper.configuration.alertmanager;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;
import io.firekeeper.configuration.YamlScalar;

/**
 * What routes and inhibitions check themselves (prometheus/alertmanager
 * {@code config/config.go}, {@code config/common}).
 */
final class RouteRules {

	private static final String ALL = "...";

	private RouteRules() {
	}

	static void route(TypedStruct route, Checking checking) {
		names(route.get("match"), checking);
		expressions(route, "match_re", checking);
		matchers(route, "matchers", checking);
		if (route.get("labels") instanceof TypedValue.Entries labels) {
			labels.entries().forEach((name, value) -> label(name, value, MatcherMode.of(checking.version()), checking));
		}
		grouping(route, checking);
		for (String key : List.of("group_interval", "repeat_interval")) {
			if (route.text(key).equals("0s")) {
				checking.problem("zero", route.at(key), key);
			}
		}
	}

	static void inhibition(TypedStruct rule, Checking checking) {
		for (String side : List.of("source", "target")) {
			names(rule.get(side + "_match"), checking);
			expressions(rule, side + "_match_re", checking);
			matchers(rule, side + "_matchers", checking);
		}
		if (checking.isAtLeast(0, 28)) {
			equal(rule.get("equal"), MatcherMode.of(checking.version()), checking);
		}
		else {
			equal(rule.get("equal"), MatcherMode.CLASSIC, checking);
			rule.discarded("equal").forEach((value) -> equal(value, MatcherMode.CLASSIC, checking));
		}
	}

	private static void equal(TypedValue value, MatcherMode mode, Checking checking) {
		items(value).stream()
			.filter((name) -> mode != MatcherMode.CLASSIC || !isUnread(name))
			.forEach((name) -> label(text(name), name, mode, checking));
	}

	private static List<TypedValue> items(TypedValue value) {
		return (value instanceof TypedValue.Items items) ? items.items() : List.of();
	}

	/** go-yaml v2 does not ask the type of a label about null. */
	private static boolean isUnread(TypedValue name) {
		YamlScalar scalar = name.place().scalar();
		return scalar != null && scalar.isNull() && !scalar.text().startsWith("N");
	}

	private static void grouping(TypedStruct route, Checking checking) {
		Set<String> seen = new HashSet<>();
		MatcherMode mode = MatcherMode.of(checking.version());
		boolean all = groups(route).anyMatch((group) -> text(group).equals(ALL));
		groups(route).filter((group) -> !text(group).equals(ALL)).forEach((group) -> {
			label(text(group), group, mode, checking);
			if (all) {
				checking.problem("group-by-all", group.place(), text(group));
			}
			if (!seen.add(text(group))) {
				checking.problem("repeated-or-empty", group.place(), text(group));
			}
		});
	}

	private static Stream<TypedValue> groups(TypedStruct route) {
		return route.items("group_by").stream();
	}

	/** Only {@code matchers} take names of any text. */
	private static void names(TypedValue value, Checking checking) {
		if (value instanceof TypedValue.Entries entries) {
			entries.entries().forEach((name, entry) -> label(name, entry, MatcherMode.CLASSIC, checking));
		}
	}

	/**
	 * Their type checks itself whenever it is decoded, even if it is then set to null.
	 */
	private static void expressions(TypedStruct struct, String key, Checking checking) {
		expressions(struct.get(key), checking);
		struct.discarded(key).forEach((value) -> expressions(value, checking));
	}

	private static void expressions(TypedValue value, Checking checking) {
		names(value, checking);
		if (value instanceof TypedValue.Entries entries) {
			entries.entries()
				.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() instanceof TypedValue.Nothing)
				.forEach((entry) -> checking.problem("no-regex", entry.getValue().place(), entry.getKey()));
		}
	}

	private static void label(String name, TypedValue value, MatcherMode mode, Checking checking) {
		if (!mode.isLabel(name)) {
			checking.problem("not-label-name", value.place(), name);
		}
	}

	/** Like expressions, they are checked even if they are then set to null. */
	private static void matchers(TypedStruct struct, String key, Checking checking) {
		matchers(struct.get(key), checking);
		struct.discarded(key).forEach((value) -> matchers(value, checking));
	}

	private static void matchers(TypedValue value, Checking checking) {
		MatcherMode mode = MatcherMode.of(checking.version());
		for (TypedValue line : items(value)) {
			try {
				ParsedMatchers parsed = mode.parse(text(line), Libraries.of(checking.version()).release());
				if (parsed.warning() != null) {
					checking.warning(parsed.warning(), line.place(), parsed.arguments().toArray(String[]::new));
				}
			}
			catch (MatcherSyntaxException ex) {
				checking.problem(ex.code(), line.place(), ex.arguments().toArray(String[]::new));
			}
		}
	}

	private static String text(TypedValue value) {
		return (value instanceof TypedValue.Scalar scalar) ? scalar.text() : "";
	}

}
