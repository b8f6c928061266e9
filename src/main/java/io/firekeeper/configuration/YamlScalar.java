package io.firekeeper.configuration;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A scalar as written. What it means depends on the field it stands in: {@code no} is a
 * string for a label and false for a flag, as Go's decoder reads it. Two are equal when
 * text, quotes and position are.
 *
 * @param text its text after unquoting
 * @param quoted whether it was quoted or a block, hence never null, number or boolean
 * @param position where it was read
 * @param source the text it was read from, or null when it was made
 */
public record YamlScalar(String text, boolean quoted, Position position,
		@Nullable ScalarSource source) implements YamlNode {

	public YamlScalar(String text, boolean quoted, Position position) {
		this(text, quoted, position, null);
	}

	/** A string, whatever it looks like. */
	public static YamlScalar string(String text) {
		return new YamlScalar(text, true, Position.NONE);
	}

	/** A plain scalar: number, boolean, duration. */
	public static YamlScalar plain(String text) {
		return new YamlScalar(text, false, Position.NONE);
	}

	/** Whether it is YAML's null. */
	public boolean isNull() {
		return !this.quoted && (this.text.isEmpty() || this.text.equals("~") || this.text.equals("null")
				|| this.text.equals("Null") || this.text.equals("NULL"));
	}

	/** Where a character of its text stands, as well as that can be told. */
	public Position position(int offset) {
		return (this.source != null) ? this.source.position(this.text, offset) : this.position;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof YamlScalar scalar && this.text.equals(scalar.text) && this.quoted == scalar.quoted
				&& this.position.equals(scalar.position);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.text, this.quoted, this.position);
	}

	@Override
	public String toString() {
		return "YamlScalar[text=" + this.text + ", quoted=" + this.quoted + ", position=" + this.position + "]";
	}

}
