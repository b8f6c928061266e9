package io.firekeeper.configuration;

import java.util.Locale;

/**
 * The type of a field, as the schema resource writes it: {@code string}, {@code bool?},
 * {@code {Relabel}?}, {@code [string]}, {@code <[secret]>}. A question mark is a pointer
 * in Go: null is kept apart from the zero value.
 */
public sealed interface SchemaType {

	/**
	 * A scalar.
	 *
	 * @param kind what it holds
	 * @param pointer whether it may be unset
	 */
	record Plain(Kind kind, boolean pointer) implements SchemaType {
	}

	/**
	 * A list.
	 *
	 * @param item the type of its items
	 */
	record ListOf(SchemaType item) implements SchemaType {
	}

	/**
	 * A map with strings as keys.
	 *
	 * @param value the type of its values
	 * @param labels whether the keys are label names
	 */
	record MapOf(SchemaType value, boolean labels) implements SchemaType {
	}

	/**
	 * A struct of the schema.
	 *
	 * @param name its name
	 * @param pointer whether it may be unset
	 */
	record StructOf(String name, boolean pointer) implements SchemaType {
	}

	/** What a scalar holds. */
	enum Kind {

		STRING, SECRET, PATH, LABEL, BOOL, INT, UINT, FLOAT, DURATION, SIZE, URL, REGEX, ANY, CIPHER, CURVE,

		/** A string; before 3.3 a raw node. */
		NODE,

		/** Nanoseconds, or a text as Go reads it. */
		GO_DURATION,

		/** Only a text as Go reads it. */
		TEXT_DURATION,

		/** A URL with scheme http or https and a host. */
		WEB_URL,

		/** The same, never shown. */
		SECRET_URL,

		/** The same, or a template for it. */
		TEMPLATE_URL,

		/** Host and port. */
		HOST_PORT,

		/** A day or days of the week, of the month, months, years, and where. */
		WEEKDAYS, DAYS, MONTHS, YEARS, TIME_ZONE;

		/** Whether the program hides what it holds. */
		public boolean isMasked() {
			return this == SECRET || this == SECRET_URL || this == TEMPLATE_URL;
		}

	}

	static SchemaType parse(String text) {
		boolean pointer = text.endsWith("?");
		String type = pointer ? text.substring(0, text.length() - 1) : text;
		String inner = type.substring(1, type.length() - 1);
		return switch (type.charAt(0)) {
			case '[' -> new ListOf(parse(inner));
			case '<' -> new MapOf(parse(inner), false);
			case '{' -> new StructOf(inner, pointer);
			default -> type.equals("labels") ? new MapOf(new Plain(Kind.STRING, false), true)
					: new Plain(Kind.valueOf(type.toUpperCase(Locale.ROOT)), pointer);
		};
	}

}
