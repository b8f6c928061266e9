package io.firekeeper.configuration.template;

import java.util.List;

/** Goes over the tokens of a template. */
final class TokenReader {

	private final List<Token> tokens;

	private int index;

	TokenReader(List<Token> tokens) {
		this.tokens = tokens;
	}

	Token peek() {
		return peek(0);
	}

	Token peek(int ahead) {
		return this.tokens.get(Math.min(this.index + ahead, this.tokens.size() - 1));
	}

	Token next() {
		Token token = peek();
		this.index++;
		return token;
	}

	Token peekNonSpace() {
		return peek(peek().is(TokenKind.SPACE) ? 1 : 0);
	}

	Token nextNonSpace() {
		if (peek().is(TokenKind.SPACE)) {
			this.index++;
		}
		return next();
	}

	/** Whether an action that begins with a keyword is next. */
	boolean startsWith(String keyword) {
		return peek().is(TokenKind.OPEN) && peekKeyword().isKeyword(keyword);
	}

	/** What stands first in the action that is next. */
	Token peekKeyword() {
		return peek(peek(1).is(TokenKind.SPACE) ? 2 : 1);
	}

	static TemplateSyntaxException unexpected(Token token) {
		return token.is(TokenKind.END) ? new TemplateSyntaxException("unexpected-end", token.offset())
				: new TemplateSyntaxException("unexpected", token.offset(), token.text().strip());
	}

}
