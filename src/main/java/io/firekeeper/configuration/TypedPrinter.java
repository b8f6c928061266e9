package io.firekeeper.configuration;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Shows a value to people: what is not zero, in canonical YAML, secrets masked as
 * Prometheus masks them.
 */
final class TypedPrinter {

	static final String SECRET = "<secret>";

	private TypedPrinter() {
	}

	/** The value in canonical form; {@code null} when there is nothing. */
	static @Nullable String print(TypedValue value) {
		if (value instanceof TypedValue.Nothing) {
			return null;
		}
		if (value instanceof TypedValue.Scalar scalar) {
			return scalar.text().isEmpty() ? null : shown(scalar);
		}
		return Yaml.print(node(value)).strip();
	}

	private static YamlNode node(TypedValue value) {
		return switch (value) {
			case TypedValue.Nothing _ -> YamlScalar.plain("");
			case TypedValue.Scalar scalar -> YamlScalar.string(shown(scalar));
			case TypedValue.Items items -> YamlSequence.of(items.items().stream().map(TypedPrinter::node).toList());
			case TypedValue.Entries entries -> mapping(entries.entries(), (_) -> true);
			case TypedStruct struct -> mapping(struct.values(), struct::has);
		};
	}

	private static YamlMapping mapping(Map<String, TypedValue> values, Predicate<String> shown) {
		List<YamlMapping.Entry> entries = values.entrySet()
			.stream()
			.filter((entry) -> shown.test(entry.getKey()))
			.map((entry) -> new YamlMapping.Entry(YamlScalar.string(entry.getKey()), node(entry.getValue())))
			.toList();
		return new YamlMapping(entries, Position.NONE);
	}

	private static String shown(TypedValue.Scalar scalar) {
		return (scalar.kind() == SchemaType.Kind.SECRET && !scalar.text().isEmpty()) ? SECRET : scalar.text();
	}

}
