package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A struct after decoding. Values are replaced while defaults are inherited.
 */
public final class TypedStruct implements TypedValue {

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

	public SchemaStruct schema() {
		return this.schema;
	}

	public Map<String, TypedValue> values() {
		return Collections.unmodifiableMap(this.values);
	}

	/** A value; what this version does not know is unset. */
	public TypedValue get(String key) {
		TypedValue value = this.values.get(key);
		return (value != null) ? value : new Nothing(this.place);
	}

	/** The canonical text of a scalar; empty when it is unset. */
	public String text(String key) {
		return (get(key) instanceof Scalar scalar) ? scalar.text() : "";
	}

	public boolean flag(String key) {
		return text(key).equals("true");
	}

	public List<TypedValue> items(String key) {
		return (get(key) instanceof Items items) ? items.items() : List.of();
	}

	/** The structs of a list, without those that are null. */
	public List<TypedStruct> structs(String key) {
		return items(key).stream().filter(TypedStruct.class::isInstance).map(TypedStruct.class::cast).toList();
	}

	/** Whether a value is neither unset nor zero. */
	public boolean has(String key) {
		TypedValue value = get(key);
		return !value.isZero() || (value instanceof TypedStruct && isPointer(key));
	}

	/** Whether a value is not null, and not zero unless null is kept apart from zero. */
	public boolean isSet(String key) {
		TypedValue value = get(key);
		return !(value instanceof Nothing) && (isPointer(key) || !value.isZero());
	}

	/** Whether the text sets a key to something other than null. */
	public boolean isGiven(String key) {
		return this.given.contains(key);
	}

	/** Whether this version knows a key. */
	public boolean knows(String key) {
		return this.values.containsKey(key);
	}

	/** Where a key's value stands, or this struct when it has none. */
	public Place at(String key) {
		return isGiven(key) ? get(key).place() : this.place;
	}

	public void put(String key, TypedValue value) {
		this.values.put(key, value);
	}

	public void put(String key, SchemaType.Kind kind, String text) {
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

	/** What stood behind a key and was then replaced or set to null. */
	public List<TypedValue> discarded(String key) {
		return this.discarded.stream().filter((value) -> key.equals(value.place().path().name())).toList();
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
	public boolean isSound() {
		return this.read && this.sound;
	}

	void spoil() {
		this.sound = false;
	}

	private boolean isPointer(String key) {
		SchemaField field = this.schema.fields().get(key);
		return field != null && switch (field.type()) {
			case SchemaType.StructOf type -> type.pointer();
			case SchemaType.Plain type -> type.pointer();
			case SchemaType.ListOf _, SchemaType.MapOf _ -> false;
		};
	}

}
