package io.firekeeper.configuration.alertmanager;

/**
 * Splits a list of matchers into tokens as the parser with Unicode does
 * (prometheus/alertmanager {@code matcher/parse/lexer.go}).
 */
final class MatcherLexer {

	private static final String RESERVED = "{}!=~,\\\"'`";

	private static final String SPACES = "\t\n\u000B\f\r \u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000";

	private final int[] input;

	private int at;

	private MatcherToken next;

	MatcherLexer(String text) {
		this.input = text.codePoints().toArray();
		this.next = scan();
	}

	/** The token that {@link #take} gives. */
	MatcherToken peek() {
		return this.next;
	}

	/** The next token, and goes on. */
	MatcherToken take() {
		MatcherToken token = this.next;
		this.next = scan();
		return token;
	}

	/** Whether a character may stand in a plain name or value only in quotes. */
	static boolean isReserved(int character) {
		return isSpace(character) || RESERVED.indexOf(character) >= 0;
	}

	/** A text without what Go calls space at its ends. */
	static String withoutSpaceAround(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isSpace(text.charAt(start))) {
			start++;
		}
		while (end > start && isSpace(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isSpace(int character) {
		return SPACES.indexOf(character) >= 0 || character >= 0x2000 && character <= 0x200A;
	}

	private MatcherToken scan() {
		while (this.at < this.input.length && isSpace(this.input[this.at])) {
			this.at++;
		}
		if (this.at == this.input.length) {
			return token(MatcherToken.Kind.END, 0);
		}
		return switch (this.input[this.at]) {
			case '{' -> token(MatcherToken.Kind.OPEN, 1);
			case '}' -> token(MatcherToken.Kind.CLOSE, 1);
			case ',' -> token(MatcherToken.Kind.COMMA, 1);
			case '=' -> token(MatcherToken.Kind.OPERATOR, follows('~') ? 2 : 1);
			case '!' -> negation();
			case '"' -> token(MatcherToken.Kind.QUOTED, quotedLength());
			default -> token(MatcherToken.Kind.PLAIN, plainLength());
		};
	}

	private MatcherToken negation() {
		if (!follows('=') && !follows('~')) {
			throw new MatcherSyntaxException("matcher-operator", rest(), String.valueOf(this.at + 1));
		}
		return token(MatcherToken.Kind.OPERATOR, 2);
	}

	private boolean follows(char character) {
		return this.at + 1 < this.input.length && this.input[this.at + 1] == character;
	}

	private int quotedLength() {
		for (int end = this.at + 1; end < this.input.length; end++) {
			if (this.input[end] == '"') {
				return end - this.at + 1;
			}
			end += (this.input[end] == '\\') ? 1 : 0;
		}
		throw new MatcherSyntaxException("matcher-unterminated", rest(), String.valueOf(this.at + 1));
	}

	private int plainLength() {
		int end = this.at;
		while (end < this.input.length && !isReserved(this.input[end])) {
			end++;
		}
		if (end == this.at) {
			throw new MatcherSyntaxException("matcher-character", Character.toString(this.input[this.at]),
					String.valueOf(this.at + 1));
		}
		return end - this.at;
	}

	private String rest() {
		return new String(this.input, this.at, this.input.length - this.at);
	}

	private MatcherToken token(MatcherToken.Kind kind, int length) {
		MatcherToken token = new MatcherToken(kind, new String(this.input, this.at, length), this.at);
		this.at += length;
		return token;
	}

}
