package io.firekeeper.configuration.template;

/**
 * A token.
 *
 * @param kind which sort
 * @param text its text as written
 * @param offset where it starts
 */
record Token(TokenKind kind, String text, int offset) {

	boolean is(TokenKind other) {
		return this.kind == other;
	}

	boolean isKeyword(String word) {
		return this.kind == TokenKind.KEYWORD && this.text.equals(word);
	}

}
