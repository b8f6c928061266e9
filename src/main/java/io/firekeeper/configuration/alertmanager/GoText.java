package io.firekeeper.configuration.alertmanager;

import java.util.Arrays;
import java.util.Comparator;

/** Texts as Go orders, quotes and unquotes them ({@code strconv/quote.go}). */
final class GoText {

	/** Go compares bytes of UTF-8, which is the order of code points. */
	static final Comparator<String> BY_CODE_POINT = (left, right) -> Arrays.compare(left.codePoints().toArray(),
			right.codePoints().toArray());

	private static final String SHORT = "abfnrtv\\\"";

	private static final String SHORT_VALUES = "\u0007\b\f\n\r\t\u000B\\\"";

	private static final int MAX_OCTAL = 0xFF;

	private GoText() {
	}

	/** A text in double quotes. */
	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.codePoints().forEach((character) -> quoted.append(escaped(character)));
		return quoted.append('"').toString();
	}

	private static String escaped(int character) {
		int known = SHORT_VALUES.indexOf(character);
		if (known >= 0) {
			return "\\" + SHORT.charAt(known);
		}
		if (isPrintable(character)) {
			return Character.toString(character);
		}
		if (character < ' ' || character == 0x7F) {
			return "\\x%02x".formatted(character);
		}
		return (character > 0xFFFF) ? "\\U%08x".formatted(character) : "\\u%04x".formatted(character);
	}

	private static boolean isPrintable(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.SPACE_SEPARATOR -> character == ' ';
			default -> true;
		};
	}

	/**
	 * What stands between double quotes.
	 * @param quoted the text with its quotes
	 * @throws IllegalArgumentException when Go would not unquote it, or it is not UTF-8
	 * then
	 */
	static String unquote(String quoted) {
		String inner = quoted.substring(1, quoted.length() - 1);
		GoBytes bytes = new GoBytes();
		int at = 0;
		while (at < inner.length()) {
			char character = inner.charAt(at);
			if (character == '\n') {
				throw new IllegalArgumentException("line feed");
			}
			at = (character == '\\') ? escape(inner, at + 1, bytes) : literal(inner, at, bytes);
		}
		return bytes.text();
	}

	private static int literal(String text, int at, GoBytes bytes) {
		int character = text.codePointAt(at);
		bytes.character(character);
		return at + Character.charCount(character);
	}

	private static int escape(String text, int at, GoBytes bytes) {
		char kind = (at < text.length()) ? text.charAt(at) : ' ';
		int known = SHORT.indexOf(kind);
		if (known >= 0) {
			bytes.character(SHORT_VALUES.charAt(known));
			return at + 1;
		}
		return switch (kind) {
			case 'x' -> octet(text, at + 1, 2, 16, bytes);
			case 'u' -> codePoint(text, at + 1, 4, bytes);
			case 'U' -> codePoint(text, at + 1, 8, bytes);
			default -> octet(text, at, 3, 8, bytes);
		};
	}

	private static int octet(String text, int at, int digits, int radix, GoBytes bytes) {
		long value = number(text, at, digits, radix);
		if (value > MAX_OCTAL) {
			throw new IllegalArgumentException("more than a byte");
		}
		bytes.octet((int) value);
		return at + digits;
	}

	private static int codePoint(String text, int at, int digits, GoBytes bytes) {
		long value = number(text, at, digits, 16);
		if (value > Character.MAX_CODE_POINT || value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
			throw new IllegalArgumentException("no character");
		}
		bytes.character((int) value);
		return at + digits;
	}

	private static long number(String text, int at, int digits, int radix) {
		if (at + digits > text.length()) {
			throw new IllegalArgumentException("too short");
		}
		String number = text.substring(at, at + digits);
		if (number.startsWith("+") || number.startsWith("-")) {
			throw new IllegalArgumentException("no digits");
		}
		return Long.parseLong(number, radix);
	}

}
