package io.firekeeper.configuration;

/**
 * A scalar as written. What it means depends on the field it stands in: {@code no} is a
 * string for a label and false for a flag, as Go's decoder reads it.
 *
 * @param text its text after unquoting
 * @param quoted whether it was quoted or a block, hence never null, number or boolean
 * @param position where it was read
 */
public record YamlScalar(String text, boolean quoted, Position position) implements YamlNode {

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

}
