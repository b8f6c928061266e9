package io.firekeeper.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What forms and JSON leave out counts as empty, so that the rules of the field answer.
 */
final class Entered {

	private Entered() {
	}

	static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

	static List<String> texts(@Nullable List<? extends @Nullable String> values) {
		return (values != null) ? values.stream().<String>map(Entered::text).toList() : List.of();
	}

	static Map<String, String> labels(@Nullable Map<String, String> values) {
		return (values != null) ? Map.copyOf(values) : Map.of();
	}

}
