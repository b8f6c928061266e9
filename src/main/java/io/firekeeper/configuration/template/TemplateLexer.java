package io.firekeeper.configuration.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a template into tokens (Go's {@code text/template/parse/lex.go}). */
final class TemplateLexer {

	private static final String OPEN = "{{";

	private static final String CLOSE = "}}";

	private static final String COMMENT = "/*";

	private static final String COMMENT_END = "*/";

	private static final Set<String> KEYWORDS = Set.of("block", "break", "continue", "define", "else", "end", "if",
			"range", "template", "with");

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	private int index;

	private int parentheses;

	private TemplateLexer(String text) {
		this.text = text;
	}

	/**
	 * The tokens, the last of which is {@link TokenKind#END}.
	 * @throws TemplateSyntaxException for what is no token
	 */
	static List<Token> tokens(String text) {
		TemplateLexer lexer = new TemplateLexer(text);
		while (lexer.index < text.length()) {
			lexer.textAndAction();
		}
		lexer.add(TokenKind.END, text.length());
		return lexer.tokens;
	}

	private void textAndAction() {
		int open = this.text.indexOf(OPEN, this.index);
		int end = (open < 0) ? this.text.length() : open;
		if (end > this.index) {
			add(TokenKind.TEXT, end);
		}
		if (open >= 0) {
			boolean trimmed = isLeftTrim(open + OPEN.length());
			int inside = open + OPEN.length() + (trimmed ? 2 : 0);
			if (this.text.startsWith(COMMENT, inside)) {
				comment(inside);
			}
			else {
				add(TokenKind.OPEN, open + OPEN.length() + (trimmed ? 1 : 0));
				action();
			}
		}
	}

	private void comment(int start) {
		int end = this.text.indexOf(COMMENT_END, start);
		if (end < 0) {
			throw new TemplateSyntaxException("unclosed-comment", start);
		}
		int behind = end + COMMENT_END.length();
		int close = (isSpaceAt(behind) && this.text.startsWith("-" + CLOSE, behind + 1)) ? behind + 2 : behind;
		if (!this.text.startsWith(CLOSE, close)) {
			throw new TemplateSyntaxException("text-after-comment", behind);
		}
		this.index = close + CLOSE.length();
	}

	private void action() {
		this.parentheses = 0;
		while (!closes()) {
			if (this.index >= this.text.length()) {
				throw new TemplateSyntaxException("unclosed-action", this.index);
			}
			inside(this.text.charAt(this.index));
		}
	}

	/** Reads the closing braces, with a trim marker before them, when they are here. */
	private boolean closes() {
		int close = (isSpaceAt(this.index) && this.text.startsWith("-" + CLOSE, this.index + 1)) ? this.index + 2
				: this.index;
		if (!this.text.startsWith(CLOSE, close)) {
			return false;
		}
		if (this.parentheses > 0) {
			throw new TemplateSyntaxException("unclosed-parenthesis", this.index);
		}
		add(TokenKind.CLOSE, close + CLOSE.length());
		return true;
	}

	private void inside(char character) {
		switch (character) {
			case ' ', '\t', '\r', '\n' -> spaces();
			case '=' -> add(TokenKind.ASSIGN, this.index + 1);
			case ':' -> declare();
			case '|' -> add(TokenKind.PIPE, this.index + 1);
			case '"' -> quoted(TokenKind.STRING, "unterminated-string");
			case '\'' -> quoted(TokenKind.CHARACTER, "unterminated-character");
			case '`' -> raw();
			case '$' -> fieldOrVariable(TokenKind.VARIABLE);
			case '(' -> open();
			case ')' -> close();
			default -> word(character);
		}
	}

	private void word(char character) {
		boolean digitFollows = this.index + 1 < this.text.length() && isDigit(this.text.charAt(this.index + 1));
		if (character == '.' && !digitFollows) {
			fieldOrVariable(TokenKind.FIELD);
		}
		else if (character == '.' || character == '+' || character == '-' || isDigit(character)) {
			add(TokenKind.NUMBER, GoNumbers.end(this.text, this.index));
		}
		else if (isAlphanumeric(this.text.codePointAt(this.index))) {
			identifier();
		}
		else if (character > ' ' && character < '\u007f') {
			add(TokenKind.OTHER, this.index + 1);
		}
		else {
			throw new TemplateSyntaxException("bad-character", this.index, here());
		}
	}

	private void spaces() {
		int end = this.index;
		while (isSpaceAt(end)) {
			end++;
		}
		if (this.text.startsWith("-" + CLOSE, end)) {
			end--; // the last one belongs to the trim marker
		}
		if (end > this.index) {
			add(TokenKind.SPACE, end);
		}
	}

	private void declare() {
		if (!this.text.startsWith(":=", this.index)) {
			throw new TemplateSyntaxException("expected-declaration", this.index);
		}
		add(TokenKind.DECLARE, this.index + 2);
	}

	private void open() {
		this.parentheses++;
		add(TokenKind.LEFT_PARENTHESIS, this.index + 1);
	}

	private void close() {
		if (--this.parentheses < 0) {
			throw new TemplateSyntaxException("extra-parenthesis", this.index);
		}
		add(TokenKind.RIGHT_PARENTHESIS, this.index + 1);
	}

	private void quoted(TokenKind kind, String unterminated) {
		char quote = this.text.charAt(this.index);
		int end = this.index + 1;
		while (end < this.text.length() && this.text.charAt(end) != quote && this.text.charAt(end) != '\n') {
			end += (this.text.charAt(end) == '\\') ? 2 : 1;
		}
		boolean broken = end >= this.text.length() || this.text.charAt(end) == '\n'
				|| this.text.substring(this.index, end).contains("\\\n");
		if (broken) {
			throw new TemplateSyntaxException(unterminated, this.index);
		}
		add(kind, end + 1);
	}

	private void raw() {
		int end = this.text.indexOf('`', this.index + 1);
		if (end < 0) {
			throw new TemplateSyntaxException("unterminated-raw-string", this.index);
		}
		add(TokenKind.RAW_STRING, end + 1);
	}

	private void fieldOrVariable(TokenKind kind) {
		int end = this.index + 1;
		if (isTerminator(end)) {
			add((kind == TokenKind.FIELD) ? TokenKind.DOT : kind, end);
			return;
		}
		add(kind, terminated(alphanumericEnd(end)));
	}

	private void identifier() {
		int end = terminated(alphanumericEnd(this.index));
		String word = this.text.substring(this.index, end);
		if (KEYWORDS.contains(word)) {
			add(TokenKind.KEYWORD, end);
		}
		else if (word.equals("true") || word.equals("false")) {
			add(TokenKind.BOOLEAN, end);
		}
		else {
			add(word.equals("nil") ? TokenKind.NIL : TokenKind.IDENTIFIER, end);
		}
	}

	private int terminated(int end) {
		if (!isTerminator(end)) {
			throw new TemplateSyntaxException("bad-character", end, this.text.substring(end, end + 1));
		}
		return end;
	}

	private int alphanumericEnd(int start) {
		int end = start;
		while (end < this.text.length() && isAlphanumeric(this.text.codePointAt(end))) {
			end += Character.charCount(this.text.codePointAt(end));
		}
		return end;
	}

	private boolean isTerminator(int at) {
		return at >= this.text.length() || isSpaceAt(at) || ".,|:)(".indexOf(this.text.charAt(at)) >= 0
				|| this.text.startsWith(CLOSE, at);
	}

	private boolean isLeftTrim(int at) {
		return this.text.startsWith("-", at) && isSpaceAt(at + 1);
	}

	private boolean isSpaceAt(int at) {
		return at < this.text.length() && " \t\r\n".indexOf(this.text.charAt(at)) >= 0;
	}

	static boolean isAlphanumeric(int character) {
		return character == '_' || Character.isLetter(character)
				|| Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private String here() {
		return Character.toString(this.text.codePointAt(this.index));
	}

	private void add(TokenKind kind, int end) {
		this.tokens.add(new Token(kind, this.text.substring(this.index, end), this.index));
		this.index = end;
	}

}
