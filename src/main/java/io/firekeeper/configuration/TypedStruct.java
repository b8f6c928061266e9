package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A struct after decoding. Values are replaced while defaults are inherited.
 */
final class TypedStruct implements TypedValue {

	private final SchemaStruct schema;

	private final Place place;

	private final Map<String, TypedValue> values = new LinkedHashMap<>();

	private final Set<String> given = new HashSet<>();

	private final List<TypedValue> discarded = new ArrayList<>();

	private final boolean read;

	private boolean sound = true;

	TypedStruct(SchemaStruct schema, Place place, boolean read) {
		this.schema = schema;
		this.place = place;
		this.read = read;
	}

	@Override
	public Place place() {
		return this.place;
	}

	@Override
	public boolean isZero() {
		return this.values.values().stream().allMatch(TypedValue::isZero);
	}

	SchemaStruct schema() {
		return this.schema;
	}

	Map<String, TypedValue> values() {
		return Collections.unmodifiableMap(this.values);
	}

	/** A value; what this version does not know is unset. */
	TypedValue get(String key) {
		return Objects.requireNonNullElseGet(this.values.get(key), () -> new Nothing(this.place));
	}

	/** The canonical text of a scalar; empty when it is unset. */
	String text(String key) {
		return (get(key) instanceof Scalar scalar) ? scalar.text() : "";
	}

	boolean flag(String key) {
		return text(key).equals("true");
	}

	List<TypedValue> items(String key) {
		return (get(key) instanceof Items items) ? items.items() : List.of();
	}

	/** The structs of a list, without those that are null. */
	List<TypedStruct> structs(String key) {
		return items(key).stream().filter(TypedStruct.class::isInstance).map(TypedStruct.class::cast).toList();
	}

	/** Whether a value is neither unset nor zero. */
	boolean has(String key) {
		TypedValue value = get(key);
		return !value.isZero() || (value instanceof TypedStruct && isPointer(key));
	}

	/** Whether the text sets a key to something other than null. */
	boolean isGiven(String key) {
		return this.given.contains(key);
	}

	/** Where a key's value stands, or this struct when it has none. */
	Place at(String key) {
		return isGiven(key) ? get(key).place() : this.place;
	}

	void put(String key, TypedValue value) {
		this.values.put(key, value);
	}

	void put(String key, SchemaType.Kind kind, String text) {
		put(key, new Scalar(kind, text, get(key).place()));
	}

	void give(String key, TypedValue value) {
		put(key, value);
		this.given.add(key);
	}

	/** Keeps a value that was read and then replaced, to be checked as well. */
	void discard(TypedValue value) {
		this.discarded.add(value);
	}

	List<TypedValue> discarded() {
		return Collections.unmodifiableList(this.discarded);
	}

	/** Sets a key to null. */
	void clear(String key, TypedValue value) {
		put(key, value);
		this.given.remove(key);
	}

	/** Begins with what was merged or set before. */
	void takeOver(TypedStruct earlier) {
		this.values.putAll(earlier.values);
		this.given.addAll(earlier.given);
	}

	/** Whether it was read from a text, and all of it could be. */
	boolean isSound() {
		return this.read && this.sound;
	}

	void spoil() {
		this.sound = false;
	}

	private boolean isPointer(String key) {
		SchemaField field = this.schema.fields().get(key);
		return field != null && field.type() instanceof SchemaType.StructOf type && type.pointer();
	}

}
