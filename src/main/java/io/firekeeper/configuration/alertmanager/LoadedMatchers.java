package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;
import io.firekeeper.promql.Release;

/** The matchers of a route or an inhibition, old and new. */
final class LoadedMatchers {

	private LoadedMatchers() {
	}

	/** Those of a key with lines of matchers; a line that cannot be read is left out. */
	static List<LabelMatcher> of(TypedStruct struct, String key, TargetVersion version) {
		List<LabelMatcher> matchers = new ArrayList<>();
		for (TypedValue line : struct.items(key)) {
			if (line instanceof TypedValue.Scalar scalar) {
				matchers.addAll(line(scalar.text(), version));
			}
		}
		return matchers.stream().sorted(LabelMatcher.ORDER).toList();
	}

	/** Those of a route: {@code match}, {@code match_re} and {@code matchers}. */
	static List<LabelMatcher> ofRoute(TypedStruct route, TargetVersion version) {
		Release release = Libraries.of(version).release();
		List<LabelMatcher> matchers = new ArrayList<>(of(route, "matchers", version));
		entries(route, "match")
			.forEach((name, value) -> matchers.add(new LabelMatcher(name, MatchOperator.EQUAL, text(value), release)));
		entries(route, "match_re")
			.forEach((name, value) -> matchers.add(new LabelMatcher(name, MatchOperator.REGEX, text(value), release)));
		return matchers.stream().sorted(LabelMatcher.ORDER).toList();
	}

	private static List<LabelMatcher> line(String text, TargetVersion version) {
		try {
			return MatcherMode.of(version).parse(text, Libraries.of(version).release()).matchers();
		}
		catch (MatcherSyntaxException _) {
			return List.of();
		}
	}

	private static Map<String, TypedValue> entries(TypedStruct struct, String key) {
		return (struct.get(key) instanceof TypedValue.Entries entries) ? entries.entries() : Map.of();
	}

	private static String text(TypedValue value) {
		return (value instanceof TypedValue.Scalar scalar) ? scalar.text() : "";
	}

}
