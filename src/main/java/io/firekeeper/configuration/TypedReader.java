package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Decodes a tree into typed values, as go-yaml decodes into a program's structs. What
 * cannot be decoded is a problem, and its struct is no longer sound.
 */
public final class TypedReader {

	private final Schema schema;

	/** A map that its own unmarshaller begins anew. */
	private static final Set<String> RESET = Set.of("external_labels");

	private static final Set<String> NULLS = Set.of("null", "~");

	/** Kinds whose type reads its own text. */
	private static final Set<SchemaType.Kind> OWN_READING = Set.of(SchemaType.Kind.DURATION, SchemaType.Kind.LABEL,
			SchemaType.Kind.URL, SchemaType.Kind.WEB_URL, SchemaType.Kind.SECRET_URL, SchemaType.Kind.REGEX,
			SchemaType.Kind.CIPHER, SchemaType.Kind.CURVE, SchemaType.Kind.WEEKDAYS, SchemaType.Kind.DAYS,
			SchemaType.Kind.MONTHS, SchemaType.Kind.YEARS);

	/** Structs whose unmarshaller does not begin with the defaults. */
	private static final Set<String> KEPT = Set.of("Tls", "BasicAuth", "Authorization", "OAuth2", "Storage", "Tsdb",
			"Exemplars", "ChunkEncoding", "Runtime", "Queue", "Metadata", "GoogleIam", "KubernetesAttachMetadata");

	private final TargetVersion version;

	private final YamlDialect dialect;

	private final Absent absent;

	private final List<Problem> problems;

	public TypedReader(Schema schema, TargetVersion version, YamlDialect dialect, Absent absent,
			List<Problem> problems) {
		this.schema = schema;
		this.version = version;
		this.dialect = dialect;
		this.absent = absent;
		this.problems = problems;
	}

	/** What a missing key means. */
	public enum Absent {

		/** Its default: a file that a person wrote. */
		DEFAULT,

		/** The zero value: what the program printed. */
		ZERO

	}

	public TypedValue read(@Nullable YamlNode node, SchemaType type, YamlPath path) {
		return read(node, type, path, null);
	}

	private TypedValue read(@Nullable YamlNode node, SchemaType type, YamlPath path, @Nullable TypedValue before) {
		if (node == null) {
			return zero(type, new Place(path, Position.NONE));
		}
		Place place = Place.of(path, node);
		if (isRaw(type)) {
			return new TypedValue.Scalar(SchemaType.Kind.NODE, (node instanceof YamlScalar raw) ? raw.text() : "",
					place);
		}
		if (node instanceof YamlScalar scalar && scalar.isNull()) {
			return isUnmarshalled(scalar) ? emptied(type, place) : zero(type, place);
		}
		return switch (type) {
			case SchemaType.Plain plain -> scalar(node, plain, place);
			case SchemaType.ListOf list -> list(node, list, place);
			case SchemaType.MapOf map -> map(node, map, place, before);
			case SchemaType.StructOf struct -> struct(node, this.schema.struct(struct.name()), place, before);
		};
	}

	private boolean isRaw(SchemaType type) {
		return this.dialect == YamlDialect.GO_3_NODES && type instanceof SchemaType.Plain plain
				&& plain.kind() == SchemaType.Kind.NODE;
	}

	/**
	 * {@code Null} and {@code NULL} are null to v2 only after it asked the field's type.
	 */
	private boolean isUnmarshalled(YamlScalar scalar) {
		return this.dialect == YamlDialect.GO_2 && scalar.text().startsWith("N");
	}

	private TypedValue emptied(SchemaType type, Place place) {
		return switch (type) {
			case SchemaType.Plain plain when OWN_READING.contains(plain.kind()) ->
				scalar(YamlScalar.string(""), plain, place);
			case SchemaType.Plain plain -> new TypedValue.Scalar(plain.kind(), ScalarKinds.zero(plain.kind()), place);
			case SchemaType.StructOf struct -> zeroStruct(this.schema.struct(struct.name()), place, true);
			case SchemaType.ListOf _, SchemaType.MapOf _ -> zero(type, place);
		};
	}

	private TypedValue scalar(YamlNode node, SchemaType.Plain type, Place place) {
		if (type.kind() == SchemaType.Kind.ANY) {
			return new TypedValue.Scalar(type.kind(), Yaml.print(node), place);
		}
		if (!(node instanceof YamlScalar scalar)) {
			return refused("not-scalar", List.of(), type, place);
		}
		if (type.kind() == SchemaType.Kind.LABEL && isLabel(scalar)) {
			return new TypedValue.Scalar(type.kind(), scalar.text(), place);
		}
		try {
			return new TypedValue.Scalar(type.kind(), ScalarKinds.read(type.kind(), scalar, libraries()), place);
		}
		catch (ScalarKinds.Misread ex) {
			return refused(ex.code(), ex.arguments(), type, place);
		}
	}

	private TypedValue list(YamlNode node, SchemaType.ListOf type, Place place) {
		if (!(node instanceof YamlSequence sequence)) {
			return refused("not-list", List.of(), type, place);
		}
		List<TypedValue> items = new ArrayList<>();
		for (int index = 0; index < sequence.items().size(); index++) {
			YamlNode item = sequence.items().get(index);
			if (!isDropped(item)) {
				items.add(read(item, type.item(), place.path().index(index)));
			}
		}
		return new TypedValue.Items(items, place);
	}

	private boolean isDropped(YamlNode item) {
		return this.dialect.isThree() && item instanceof YamlScalar scalar && scalar.isNull();
	}

	private TypedValue map(YamlNode node, SchemaType.MapOf type, Place place, @Nullable TypedValue before) {
		if (!(node instanceof YamlMapping mapping)) {
			return refused("not-mapping", List.of(), type, place);
		}
		Map<String, TypedValue> entries = new LinkedHashMap<>();
		if (before instanceof TypedValue.Entries earlier) {
			entries.putAll(earlier.entries());
		}
		mapping.overridden().forEach((entry) -> put(entries, entry, type, place));
		mapping.entries().forEach((entry) -> put(entries, entry, type, place));
		return new TypedValue.Entries(entries, place);
	}

	private void put(Map<String, TypedValue> entries, YamlMapping.Entry entry, SchemaType.MapOf type, Place place) {
		String key = entry.key().text();
		YamlPath path = place.path().key(key);
		if (type.labels() && !isLabel(entry.key())) {
			problem("not-label-name", List.of(key), new Place(path, entry.key().position()));
		}
		TypedValue before = entries.put(key, read(entry.value(), type.value(), path));
		if (before != null) {
			problem("duplicate-key", List.of(key, String.valueOf(before.place().position().line())),
					new Place(path, entry.key().position()));
		}
	}

	/** v2 does not ask the type of a label about null, even where it is quoted. */
	private boolean isLabel(YamlScalar name) {
		return NULLS.contains(name.text()) && this.dialect == YamlDialect.GO_2
				|| LabelNames.isLabel(name.text(), hasUnicodeNames());
	}

	private TypedValue struct(YamlNode node, SchemaStruct schema, Place place, @Nullable TypedValue before) {
		TypedStruct struct = new TypedStruct(schema, place, true);
		if (before instanceof TypedStruct earlier && KEPT.contains(schema.name())) {
			struct.takeOver(earlier);
		}
		int problemsBefore = this.problems.size();
		if (node instanceof YamlMapping mapping) {
			mapping.overridden().forEach((entry) -> give(struct, entry, true));
			mapping.entries().forEach((entry) -> give(struct, entry, false));
		}
		else if (!giveShorthand(struct, node)) {
			problem("not-mapping", List.of(), place);
		}
		fill(struct);
		if (this.problems.size() > problemsBefore) {
			struct.spoil();
		}
		return struct;
	}

	private boolean giveShorthand(TypedStruct struct, YamlNode node) {
		Optional<SchemaField> field = struct.schema()
			.fields()
			.values()
			.stream()
			.filter((candidate) -> node instanceof YamlScalar && candidate.isShorthand())
			.findFirst();
		field.ifPresent((found) -> struct.give(found.key(),
				read(node, found.typeIn(this.version), struct.place().path().key(found.key()))));
		return field.isPresent();
	}

	private void give(TypedStruct struct, YamlMapping.Entry entry, boolean overridden) {
		String key = entry.key().text();
		SchemaField field = struct.schema().fields().get(key);
		YamlPath path = struct.place().path().key(key);
		if (field == null || !field.isIn(this.version)) {
			Place place = new Place(path, entry.key().position());
			unknown(struct.schema(), field, key, place);
			struct.give(key, new TypedValue.Scalar(SchemaType.Kind.ANY, Yaml.print(entry.value()), place));
			return;
		}
		TypedValue before = RESET.contains(key) ? null : struct.values().get(key);
		TypedValue value = read(entry.value(), field.typeIn(this.version), path, before);
		if (overridden) {
			struct.discard(value);
		}
		if (entry.value() instanceof YamlScalar scalar && scalar.isNull() && !isUnmarshalled(scalar)) {
			struct.clear(key, value);
		}
		else {
			if (!overridden || field.isReadByType()) {
				checkAllowed(field, value);
			}
			struct.give(key, value);
		}
	}

	private void unknown(SchemaStruct schema, @Nullable SchemaField field, String key, Place place) {
		if (field == null) {
			List<String> known = schema.fields()
				.values()
				.stream()
				.filter((candidate) -> candidate.isIn(this.version))
				.map(SchemaField::key)
				.toList();
			String nearest = KnownKeys.nearest(key, known);
			problem(nearest.isEmpty() ? "no-such-key" : "unknown-key", List.of(key, nearest, this.schema.program()),
					place);
		}
		else if (this.version.compareTo(field.since()) < 0) {
			problem("key-too-new", List.of(key, field.since().toString(), this.schema.program()), place);
		}
		else {
			problem("key-removed", List.of(key, String.valueOf(field.last()), this.schema.program()), place);
		}
	}

	private void checkAllowed(SchemaField field, TypedValue value) {
		List<String> allowed = field.valuesIn(this.version);
		if (allowed == null || this.absent == Absent.ZERO || !(value instanceof TypedValue.Scalar scalar)) {
			return;
		}
		if (allowed.stream()
			.noneMatch(
					(one) -> field.ignoresCase() ? one.equalsIgnoreCase(scalar.text()) : one.equals(scalar.text()))) {
			String list = String.join(", ", allowed.stream().filter((one) -> !one.isEmpty()).toList());
			problem("not-one-of", List.of(scalar.text(), list), scalar.place());
		}
	}

	private void fill(TypedStruct struct) {
		for (SchemaField field : struct.schema().fields().values()) {
			if (field.isIn(this.version) && !struct.values().containsKey(field.key())) {
				struct.put(field.key(), missing(field, struct.place()));
			}
		}
	}

	private TypedValue missing(SchemaField field, Place place) {
		String text = field.defaultIn(this.version);
		if (this.absent == Absent.ZERO) {
			boolean regex = field.typeIn(this.version) instanceof SchemaType.Plain plain
					&& plain.kind() == SchemaType.Kind.REGEX;
			return regex ? new TypedValue.Scalar(SchemaType.Kind.REGEX, text, place)
					: zero(field.typeIn(this.version), place);
		}
		if (text.isEmpty()) {
			return zero(field.typeIn(this.version), place);
		}
		return switch (field.typeIn(this.version)) {
			case SchemaType.Plain plain -> new TypedValue.Scalar(plain.kind(), text, place);
			case SchemaType.StructOf type -> defaults(this.schema.struct(type.name()), place);
			default -> throw new IllegalStateException("no default for " + field.key());
		};
	}

	/** A struct of the schema; empty when the node is none. */
	public TypedStruct readStruct(YamlNode node, String name, YamlPath path) {
		SchemaStruct struct = this.schema.struct(name);
		return (read(node, new SchemaType.StructOf(name, false), path) instanceof TypedStruct read) ? read
				: zeroStruct(struct, new Place(path, node.position()), false);
	}

	/** A struct of the schema with all of its defaults. */
	public TypedStruct defaults(String name, Place place) {
		return defaults(this.schema.struct(name), place);
	}

	private TypedStruct defaults(SchemaStruct schema, Place place) {
		TypedStruct struct = new TypedStruct(schema, place, false);
		fill(struct);
		return struct;
	}

	private TypedValue zero(SchemaType type, Place place) {
		return switch (type) {
			case SchemaType.Plain plain -> plain.pointer() ? new TypedValue.Nothing(place)
					: new TypedValue.Scalar(plain.kind(), ScalarKinds.zero(plain.kind()), place);
			case SchemaType.ListOf _ -> new TypedValue.Items(List.of(), place);
			case SchemaType.MapOf _ -> new TypedValue.Entries(Map.of(), place);
			case SchemaType.StructOf struct -> struct.pointer() ? new TypedValue.Nothing(place)
					: zeroStruct(this.schema.struct(struct.name()), place, false);
		};
	}

	private TypedStruct zeroStruct(SchemaStruct schema, Place place, boolean read) {
		TypedStruct struct = new TypedStruct(schema, place, read);
		schema.fields()
			.values()
			.stream()
			.filter((field) -> field.isIn(this.version))
			.forEach((field) -> struct.put(field.key(), zero(field.typeIn(this.version), place)));
		return struct;
	}

	private TypedValue refused(String code, List<String> arguments, SchemaType type, Place place) {
		problem(code, arguments, place);
		return zero(type, place);
	}

	private TargetVersion libraries() {
		return this.schema.libraries(this.version);
	}

	private boolean hasUnicodeNames() {
		return libraries().isAtLeast(3, 0);
	}

	private void problem(String code, List<String> arguments, Place place) {
		this.problems.add(new Problem(code, arguments, place.path().toString(), place.position()));
	}

}
