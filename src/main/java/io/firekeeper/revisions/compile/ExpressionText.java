package io.firekeeper.revisions.compile;

/**
 * Knows which characters of a PromQL expression stand within string literals. Quotes,
 * escapes, raw strings and comments are those of
 * {@code prometheus/prometheus promql/parser/lex.go}.
 */
final class ExpressionText {

	private static final char OUTSIDE = ' ';

	private static final char COMMENT = '#';

	private static final char RAW = '`';

	private final String text;

	private final char[] regions;

	ExpressionText(String text) {
		this.text = text;
		this.regions = new char[text.length()];
		scan();
	}

	/** Whether the character stands within a string literal. */
	boolean isLiteral(int index) {
		return this.regions[index] != OUTSIDE && this.regions[index] != COMMENT;
	}

	/** Whether the character stands within a comment. */
	boolean isComment(int index) {
		return this.regions[index] == COMMENT;
	}

	/** Whether the value can stand in the literal around the character. */
	boolean canHold(int index, String value) {
		return this.regions[index] != RAW || value.indexOf(RAW) < 0;
	}

	/** The value as it is written in the literal around the character. */
	String escaped(int index, String value) {
		char quote = this.regions[index];
		if (quote == RAW) {
			return value;
		}
		StringBuilder escaped = new StringBuilder();
		value.chars().forEach((character) -> escaped.append(escaped((char) character, quote)));
		return escaped.toString();
	}

	private static String escaped(char character, char quote) {
		return switch (character) {
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\\' -> "\\\\";
			default -> (character == quote) ? "\\" + character : String.valueOf(character);
		};
	}

	private void scan() {
		char region = OUTSIDE;
		for (int index = 0; index < this.text.length(); index++) {
			char character = this.text.charAt(index);
			if (region == OUTSIDE) {
				region = opened(character);
				this.regions[index] = OUTSIDE;
			}
			else {
				this.regions[index] = region;
				if (character == '\\' && (region == '"' || region == '\'') && index + 1 < this.text.length()) {
					this.regions[++index] = region;
				}
				else if (closes(character, region)) {
					region = OUTSIDE;
				}
			}
		}
	}

	private static char opened(char character) {
		return switch (character) {
			case '"', '\'', RAW, COMMENT -> character;
			default -> OUTSIDE;
		};
	}

	private static boolean closes(char character, char region) {
		return (region == COMMENT) ? character == '\n' : character == region;
	}

}
