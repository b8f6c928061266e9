package io.firekeeper.configuration.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Texts in quotes as Go writes them ({@code strconv.Unquote}). */
final class GoStrings {

	private static final Pattern ESCAPE = Pattern.compile(
			"\\\\(?:([abfnrtv\\\\\"'])|([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))",
			Pattern.DOTALL);

	private static final String NAMED = "abfnrtv\\\"'";

	private static final String MEANING = "\u0007\b\f\n\r\t\u000b\\\"'";

	private static final int GREATEST_BYTE = 255;

	private GoStrings() {
	}

	/** What stands between the quotes, or null when an escape is none. */
	static @Nullable String unquote(String quoted) {
		char quote = quoted.charAt(0);
		String inner = quoted.substring(1, quoted.length() - 1);
		if (quote == '`') {
			return inner.replace("\r", "");
		}
		StringBuilder text = new StringBuilder();
		Matcher escapes = ESCAPE.matcher(inner);
		int last = 0;
		while (escapes.find()) {
			Integer character = character(escapes, quote);
			if (character == null) {
				return null;
			}
			text.append(inner, last, escapes.start()).appendCodePoint(character);
			last = escapes.end();
		}
		return text.append(inner, last, inner.length()).toString();
	}

	/** Whether a text in single quotes is one character. */
	static boolean isCharacter(String quoted) {
		String inner = unquote(quoted);
		return inner != null && inner.codePointCount(0, inner.length()) == 1;
	}

	private static @Nullable Integer character(Matcher escape, char quote) {
		if (escape.group(1) != null) {
			char name = escape.group(1).charAt(0);
			boolean otherQuote = (name == '"' || name == '\'') && name != quote;
			return otherQuote ? null : (Integer) (int) MEANING.charAt(NAMED.indexOf(name));
		}
		if (escape.group(2) != null) {
			int value = Integer.parseInt(escape.group(2), 8);
			return (value > GREATEST_BYTE) ? null : (Integer) value;
		}
		String digits = (escape.group(3) != null) ? escape.group(3)
				: (escape.group(4) != null) ? escape.group(4) : escape.group(5);
		if (digits == null) {
			return null;
		}
		long value = Long.parseLong(digits, 16);
		boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
		return (surrogate || value > Character.MAX_CODE_POINT) ? null : (Integer) (int) value;
	}

}
