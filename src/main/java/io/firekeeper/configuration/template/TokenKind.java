package io.firekeeper.configuration.template;

/** The sorts of tokens (Go's {@code text/template/parse/lex.go}). */
enum TokenKind {

	TEXT, OPEN, CLOSE, SPACE, ASSIGN, DECLARE, PIPE, LEFT_PARENTHESIS, RIGHT_PARENTHESIS, BOOLEAN, CHARACTER, NUMBER,
	STRING, RAW_STRING, IDENTIFIER, FIELD, VARIABLE, DOT, NIL, KEYWORD, OTHER, END;

	/** Whether an operand can begin with it. */
	boolean beginsOperand() {
		return switch (this) {
			case BOOLEAN, CHARACTER, NUMBER, STRING, RAW_STRING, IDENTIFIER, FIELD, VARIABLE, DOT, NIL,
					LEFT_PARENTHESIS ->
				true;
			default -> false;
		};
	}

}
