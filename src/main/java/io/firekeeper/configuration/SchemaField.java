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
 * @param allowed the values of the rules; {@code null} when they allow any
 */
public record SchemaField(String key, List<Typed> types, TargetVersion since, @Nullable TargetVersion last,
		List<Default> defaults, String rules, @Nullable List<Allowed> allowed) {

	SchemaField(String key, List<Typed> types, TargetVersion since, @Nullable TargetVersion last,
			List<Default> defaults, String rules) {
		this(key, types, since, last, defaults, rules, Allowed.of(rules));
	}

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
		if (this.allowed == null) {
			return null;
		}
		List<String> values = new ArrayList<>();
		for (Allowed value : this.allowed) {
			if (value.isIn(version)) {
				values.add(value.text());
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

	/**
	 * A default since a version.
	 *
	 * @param since the first version that has it
	 * @param text the value
	 */
	record Default(TargetVersion since, String text) {
	}

	/**
	 * A value that is allowed.
	 *
	 * @param text the value
	 * @param bound the version at which that changes; {@code null} when it never does
	 * @param since whether it is allowed from there on, or until then
	 */
	record Allowed(String text, @Nullable TargetVersion bound, boolean since) {

		private static final Pattern VALUE = Pattern.compile("(.*?)(?:(<|>=)(\\d+\\.\\d+))?");

		static @Nullable List<Allowed> of(String rules) {
			int start = rules.indexOf('=');
			if (start < 0) {
				return null;
			}
			List<Allowed> allowed = new ArrayList<>();
			for (String value : rules.substring(start + 1).split(",")) {
				Matcher matcher = VALUE.matcher(value);
				if (matcher.matches()) {
					TargetVersion bound = (matcher.group(3) != null) ? TargetVersion.parse(matcher.group(3)) : null;
					allowed.add(new Allowed(matcher.group(1), bound, ">=".equals(matcher.group(2))));
				}
			}
			return List.copyOf(allowed);
		}

		boolean isIn(TargetVersion version) {
			return this.bound == null || (version.compareTo(this.bound) >= 0) == this.since;
		}

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
