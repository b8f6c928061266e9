package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A key of a struct.
 *
 * @param key the key
 * @param types what stands below it, by version, oldest first
 * @param since the first version that knows it
 * @param last the last version that knows it; {@code null} when the newest does
 * @param defaults the default by version, oldest first
 * @param rules {@code required}, {@code typed}, {@code values=…}, {@code anycase=…},
 * {@code shorthand}
 */
public record SchemaField(String key, List<Typed> types, TargetVersion since, @Nullable TargetVersion last,
		List<Default> defaults, String rules) {

	private static final Pattern VALUE = Pattern.compile("(.*?)(?:(<|>=)(\\d+\\.\\d+))?");

	boolean isIn(TargetVersion version) {
		return version.compareTo(this.since) >= 0 && (this.last == null || version.compareTo(this.last) <= 0);
	}

	/** What stands below it in the newest version. */
	SchemaType type() {
		return this.types.getLast().type();
	}

	SchemaType typeIn(TargetVersion version) {
		SchemaType type = this.types.getFirst().type();
		for (Typed entry : this.types) {
			type = (version.compareTo(entry.since()) >= 0) ? entry.type() : type;
		}
		return type;
	}

	/** The default; empty when it is the zero value. */
	String defaultIn(TargetVersion version) {
		String text = "";
		for (Default entry : this.defaults) {
			text = (version.compareTo(entry.since()) >= 0) ? entry.text() : text;
		}
		return text;
	}

	boolean isRequired() {
		return this.rules.startsWith("required");
	}

	/** Whether the type of the field refuses other values while it is decoded. */
	boolean isReadByType() {
		return this.rules.contains("typed ");
	}

	/** The values that a version allows; {@code null} when it allows any. */
	@Nullable List<String> valuesIn(TargetVersion version) {
		int start = this.rules.indexOf('=');
		if (start < 0) {
			return null;
		}
		List<String> values = new ArrayList<>();
		for (String value : this.rules.substring(start + 1).split(",")) {
			Matcher matcher = VALUE.matcher(value);
			if (matcher.matches() && isIn(version, matcher.group(2), matcher.group(3))) {
				values.add(matcher.group(1));
			}
		}
		return values;
	}

	/** Whether a plain text in place of the struct is the value of this key. */
	boolean isShorthand() {
		return this.rules.equals("shorthand");
	}

	boolean ignoresCase() {
		return this.rules.contains("anycase=");
	}

	private static boolean isIn(TargetVersion version, @Nullable String operator, @Nullable String bound) {
		if (operator == null || bound == null) {
			return true;
		}
		return (version.compareTo(TargetVersion.parse(bound)) >= 0) == operator.equals(">=");
	}

	/**
	 * A default since a version.
	 *
	 * @param since the first version that has it
	 * @param text the value
	 */
	record Default(TargetVersion since, String text) {
	}

	/**
	 * A type since a version.
	 *
	 * @param since the first version that has it
	 * @param type the type
	 */
	record Typed(TargetVersion since, SchemaType type) {
	}

}
