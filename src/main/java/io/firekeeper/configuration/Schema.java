package io.firekeeper.configuration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Every struct and key that a program reads, by its version, from resources such as
 * {@code schema/prometheus-fields.tsv}.
 */
public final class Schema {

	static final Schema PROMETHEUS = new Schema("Prometheus", UnaryOperator.identity(), "/schema/prometheus-fields.tsv",
			"/schema/web-fields.tsv");

	private final String program;

	private final UnaryOperator<TargetVersion> libraries;

	private final Map<String, List<String[]>> rows = new LinkedHashMap<>();

	private final Map<String, SchemaStruct> structs = new LinkedHashMap<>();

	/**
	 * Reads a schema.
	 * @param program the program's name, for people
	 * @param libraries the release of Prometheus that is built with the libraries of a
	 * release of the program
	 * @param resources tables of its structs
	 */
	public Schema(String program, UnaryOperator<TargetVersion> libraries, String... resources) {
		this.program = program;
		this.libraries = libraries;
		for (String line : Stream.of(resources).flatMap((resource) -> lines(resource).stream()).toList()) {
			String[] row = line.split("\t", -1);
			this.rows.computeIfAbsent(row[0], (_) -> new ArrayList<>()).add(row);
		}
		this.rows.keySet().forEach((name) -> this.structs.put(name, assemble(name)));
	}

	SchemaStruct struct(String name) {
		return Objects.requireNonNull(this.structs.get(name), name);
	}

	String program() {
		return this.program;
	}

	TargetVersion libraries(TargetVersion version) {
		return this.libraries.apply(version);
	}

	private SchemaStruct assemble(String name) {
		Set<String> parts = new LinkedHashSet<>(Set.of(name));
		Map<String, SchemaField> fields = new LinkedHashMap<>();
		for (String[] row : Objects.requireNonNull(this.rows.get(name), name)) {
			if (row[1].equals("<inline>")) {
				SchemaStruct part = assemble(row[2]);
				parts.addAll(part.parts());
				part.fields().values().forEach((field) -> fields.put(field.key(), later(field, row[3])));
			}
			else if (!row[1].isEmpty()) {
				fields.put(row[1], field(row));
			}
		}
		return new SchemaStruct(name, Collections.unmodifiableSet(parts), Collections.unmodifiableMap(fields));
	}

	private static SchemaField later(SchemaField field, String since) {
		TargetVersion version = version(since);
		return (version.compareTo(field.since()) <= 0) ? field
				: new SchemaField(field.key(), field.types(), version, field.last(), field.defaults(), field.rules());
	}

	private static SchemaField field(String[] row) {
		return new SchemaField(row[1], types(row[2]), version(row[3]), last(row[4]), defaults(row[5]), row[6]);
	}

	private static TargetVersion version(String text) {
		return text.isEmpty() ? new TargetVersion(0, 0) : TargetVersion.parse(text);
	}

	private static @Nullable TargetVersion last(String text) {
		return text.isEmpty() ? null : TargetVersion.parse(text);
	}

	private static List<SchemaField.Typed> types(String text) {
		return changes(text, (since, change) -> new SchemaField.Typed(since, SchemaType.parse(change)));
	}

	private static List<SchemaField.Default> defaults(String text) {
		return changes(text, SchemaField.Default::new);
	}

	private static <T> List<T> changes(String text, BiFunction<TargetVersion, String, T> entry) {
		String[] changes = text.split("\\|");
		List<T> entries = new ArrayList<>();
		entries.add(entry.apply(new TargetVersion(0, 0), changes[0]));
		for (int index = 1; index < changes.length; index++) {
			String[] change = changes[index].split(":", 2);
			entries.add(entry.apply(TargetVersion.parse(change[0]), change[1]));
		}
		return List.copyOf(entries);
	}

	private static List<String> lines(String resource) {
		try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource);
				BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return reader.lines().filter((line) -> !line.startsWith("#")).skip(1).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
