package io.firekeeper.promql;

/** The classes of characters that the lexer knows; all are ASCII. */
final class Characters {

	/** Stands for the character behind the last. */
	static final int NONE = -1;

	private static final char REPLACEMENT = '\uFFFD';

	private Characters() {
	}

	static boolean isSpace(int character) {
		return character == ' ' || character == '\t' || character == '\n' || character == '\r';
	}

	static boolean isDigit(int character) {
		return '0' <= character && character <= '9';
	}

	static boolean isHexadecimal(int character) {
		return isDigit(character) || 'a' <= character && character <= 'f' || 'A' <= character && character <= 'F';
	}

	static boolean isAlphabetic(int character) {
		return character == '_' || 'a' <= character && character <= 'z' || 'A' <= character && character <= 'Z';
	}

	static boolean isAlphanumeric(int character) {
		return isAlphabetic(character) || isDigit(character);
	}

	/** Whether Go reads it as an error of UTF-8: a lone surrogate, or U+FFFD itself. */
	static boolean isBroken(int codePoint) {
		return codePoint == REPLACEMENT || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	/** Whether a label's name needs no quotes. */
	static boolean isLabelName(String name) {
		return isName(name, false);
	}

	/** Whether a metric's name needs no quotes. */
	static boolean isMetricName(String name) {
		return isName(name, true);
	}

	private static boolean isName(String name, boolean colons) {
		for (int index = 0; index < name.length(); index++) {
			char character = name.charAt(index);
			boolean allowed = isAlphabetic(character) || colons && character == ':' || index > 0 && isDigit(character);
			if (!allowed) {
				return false;
			}
		}
		return !name.isEmpty();
	}

}
