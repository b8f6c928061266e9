package io.firekeeper.promql;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Splits a text into tokens, one at a time. What a character means depends on whether it
 * stands inside braces, inside brackets, or at the beginning of brackets
 * (prometheus/prometheus {@code promql/parser/lex.go}).
 */
final class Lexer {

	private final String text;

	private final Grammar grammar;

	private final Scanner scanner;

	private final StringScanner strings;

	private TokenType type = TokenType.END;

	private int start;

	private int end;

	private @Nullable Fault fault;

	private Place place = Place.STATEMENT;

	private int parentheses;

	private boolean brackets;

	private boolean colon;

	private boolean number;

	private boolean finished;

	Lexer(String text, Grammar grammar) {
		this.text = text;
		this.grammar = grammar;
		this.scanner = new Scanner(text);
		this.strings = new StringScanner(this.scanner);
	}

	TokenType type() {
		return this.type;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	/** What is wrong, when the token is a {@link TokenType#FAULT}. */
	Fault fault() {
		return Objects.requireNonNull(this.fault);
	}

	/** Whether nothing can follow, since a fault left no way on. */
	boolean isFinished() {
		return this.finished;
	}

	/** Reads the next token. */
	void next() {
		this.start = this.scanner.position();
		this.type = this.finished ? TokenType.END : read();
		this.end = this.scanner.position();
	}

	private TokenType read() {
		return switch (this.place) {
			case WINDOW -> window();
			case DURATION -> duration();
			case BRACES -> braces(afterComments());
			case STATEMENT -> statement(afterComments());
		};
	}

	/** The first character behind white space and comments. */
	private int afterComments() {
		this.scanner.skipSpaces();
		while (this.scanner.peek() == '#') {
			int character = this.scanner.next();
			while (character != '\n' && character != '\r' && character != Characters.NONE) {
				character = this.scanner.next();
			}
			this.scanner.skipSpaces();
		}
		this.start = this.scanner.position();
		return this.scanner.next();
	}

	private TokenType statement(int character) {
		return switch (character) {
			case Characters.NONE -> end(this.parentheses != 0);
			case ',' -> TokenType.COMMA;
			case '(', ')' -> parenthesis(character);
			case '{' -> braceOpens();
			case '[' -> bracketOpens();
			case ']' -> bracketCloses();
			case '@' -> TokenType.AT;
			case '"', '\'' -> string(character);
			case '`' -> rawString();
			case '=', '!', '<', '>' -> comparison(character);
			case '*', '/', '%', '+', '-', '^' -> arithmetic(character);
			default -> word(character);
		};
	}

	private TokenType end(boolean insideParentheses) {
		if (insideParentheses) {
			return finish(Fault.of("unclosed-parenthesis"));
		}
		return this.brackets ? finish(Fault.of("unclosed-bracket")) : TokenType.END;
	}

	private static TokenType arithmetic(int character) {
		return switch (character) {
			case '*' -> TokenType.MULTIPLY;
			case '/' -> TokenType.DIVIDE;
			case '%' -> TokenType.MODULO;
			case '+' -> TokenType.ADD;
			case '-' -> TokenType.SUBTRACT;
			default -> TokenType.POWER;
		};
	}

	private TokenType comparison(int character) {
		int following = this.scanner.peek();
		return switch (character) {
			case '=' -> (following == '~') ? finish(Fault.of("bad-operator", "=~"))
					: followed('=', TokenType.EQUAL, TokenType.EQUALS);
			case '!' -> (following == '=') ? followed('=', TokenType.NOT_EQUAL, TokenType.FAULT)
					: finish(Fault.ofCharacter("bad-negation", this.scanner.nextCodePoint()));
			case '<' -> trimmed(following) ? followed('/', TokenType.TRIM_UPPER, TokenType.LESS)
					: followed('=', TokenType.LESS_OR_EQUAL, TokenType.LESS);
			default -> trimmed(following) ? followed('/', TokenType.TRIM_LOWER, TokenType.GREATER)
					: followed('=', TokenType.GREATER_OR_EQUAL, TokenType.GREATER);
		};
	}

	private boolean trimmed(int following) {
		return following == '/' && this.grammar.hasTrim();
	}

	private TokenType followed(char character, TokenType both, TokenType alone) {
		if (this.scanner.peek() != character) {
			return alone;
		}
		this.scanner.next();
		return both;
	}

	private TokenType word(int character) {
		if (Characters.isDigit(character) || character == '.' && Characters.isDigit(this.scanner.peek())) {
			this.scanner.moveTo(this.start);
			return numberOrDuration();
		}
		if (Characters.isAlphabetic(character) || character == ':') {
			return this.brackets ? wordInBrackets(character) : keywordOrName();
		}
		this.scanner.moveTo(this.start);
		return finish(Fault.ofCharacter("bad-character", this.scanner.nextCodePoint()));
	}

	private TokenType keywordOrName() {
		this.scanner.moveTo(this.start);
		boolean colons = this.scanner.skipName();
		TokenType keyword = TokenType.keyword(this.text, this.start, this.scanner.position());
		if (keyword != null && this.grammar.has(keyword)) {
			return keyword(keyword);
		}
		return colons ? TokenType.METRIC_IDENTIFIER : TokenType.IDENTIFIER;
	}

	private TokenType keyword(TokenType keyword) {
		return switch (keyword) {
			case INFINITY, NOT_A_NUMBER -> TokenType.NUMBER;
			case FILL, FILL_LEFT, FILL_RIGHT -> opensParenthesis() ? keyword : TokenType.IDENTIFIER;
			default -> keyword;
		};
	}

	private boolean opensParenthesis() {
		int position = this.scanner.position();
		while (position < this.text.length() && Characters.isSpace(this.text.charAt(position))) {
			position++;
		}
		return position < this.text.length() && this.text.charAt(position) == '(';
	}

	/** Releases before 3.6 take any letter inside brackets for a colon. */
	private TokenType wordInBrackets(int character) {
		if (character != ':' && this.grammar.hasStep()) {
			TokenType keyword = durationKeyword(character);
			return (keyword != null) ? keyword : finish(Fault.ofCharacter("expected-colon", character));
		}
		if (this.colon) {
			return finish(Fault.ofCharacter("repeated-colon", character));
		}
		this.colon = true;
		return TokenType.COLON;
	}

	private TokenType numberOrDuration() {
		boolean mixed = this.grammar.mixesNumbersAndDurations();
		if (mixed ? this.scanner.number() : this.scanner.plainNumber()) {
			return TokenType.NUMBER;
		}
		return this.scanner.duration() ? TokenType.DURATION : finish(Fault.of("bad-number", read(this.start)));
	}

	private String read(int from) {
		return this.text.substring(from, this.scanner.position());
	}

	private TokenType parenthesis(int character) {
		this.parentheses += (character == '(') ? 1 : -1;
		if (this.parentheses < 0) {
			this.start = this.scanner.position();
			return finish(Fault.of("extra-parenthesis"));
		}
		return (character == '(') ? TokenType.LEFT_PARENTHESIS : TokenType.RIGHT_PARENTHESIS;
	}

	private TokenType braceOpens() {
		this.place = Place.BRACES;
		return TokenType.LEFT_BRACE;
	}

	private TokenType bracketOpens() {
		if (this.brackets) {
			return finish(Fault.of("nested-bracket"));
		}
		this.colon = false;
		this.brackets = true;
		this.place = this.grammar.hasDurationExpressions() ? Place.DURATION : Place.WINDOW;
		return TokenType.LEFT_BRACKET;
	}

	private TokenType bracketCloses() {
		if (!this.brackets) {
			return finish(Fault.of("extra-bracket"));
		}
		this.brackets = false;
		return TokenType.RIGHT_BRACKET;
	}

	/** The beginning of brackets before 3.4. */
	private TokenType window() {
		this.scanner.skipSpaces();
		this.start = this.scanner.position();
		this.place = Place.STATEMENT;
		if (this.grammar.mixesNumbersAndDurations()) {
			return numberOrDuration();
		}
		if (this.scanner.plainNumber()) {
			return finish(Fault.of("missing-unit", read(this.start)));
		}
		return this.scanner.duration() ? TokenType.DURATION : finish(Fault.of("bad-window", read(this.start)));
	}

	/** Brackets since 3.4 up to the first number. */
	private TokenType duration() {
		this.scanner.skipSpaces();
		this.start = this.scanner.position();
		int character = this.scanner.next();
		return switch (character) {
			case Characters.NONE -> finish(Fault.of("unclosed-bracket"));
			case ']' -> durationEnds();
			case ':' -> durationColon();
			case '(', ')' -> parenthesis(character);
			case '*', '/', '%', '+', '-', '^' -> arithmetic(character);
			default -> durationWord(character);
		};
	}

	private TokenType durationEnds() {
		this.brackets = false;
		this.colon = false;
		this.place = Place.STATEMENT;
		return TokenType.RIGHT_BRACKET;
	}

	private TokenType durationColon() {
		if (!this.number || this.colon) {
			this.start = this.scanner.position();
			return finish(Fault.of(this.number ? "repeated-colon" : "colon-before-window", ":"));
		}
		this.colon = true;
		return TokenType.COLON;
	}

	private TokenType durationWord(int character) {
		if (character == ',' && this.grammar.hasStep()) {
			return TokenType.COMMA;
		}
		if (Characters.isDigit(character) || character == '.' && Characters.isDigit(this.scanner.peek())) {
			this.number = true;
			this.place = Place.STATEMENT;
			this.scanner.moveTo(this.start);
			return numberOrDuration();
		}
		TokenType keyword = durationKeyword(character);
		if (keyword != null) {
			return keyword;
		}
		this.scanner.moveTo(this.start);
		return finish(Fault.ofCharacter("bad-duration-character", this.scanner.nextCodePoint()));
	}

	private @Nullable TokenType durationKeyword(int character) {
		if (!Characters.isAlphabetic(character)) {
			return null;
		}
		while (Characters.isAlphabetic(this.scanner.peek())) {
			this.scanner.next();
		}
		TokenType keyword = TokenType.keyword(this.text, this.start, this.scanner.position());
		return (keyword != null && this.grammar.has(keyword) && isDurationKeyword(keyword)) ? keyword : null;
	}

	private boolean isDurationKeyword(TokenType keyword) {
		return switch (keyword) {
			case STEP, RANGE, MIN_OF, MAX_OF -> true;
			case MIN, MAX -> this.grammar.hasStep() && !this.grammar.hasNamedExtremum();
			default -> false;
		};
	}

	private TokenType braces(int character) {
		return switch (character) {
			case Characters.NONE -> finish(Fault.of("unclosed-brace"));
			case ',' -> TokenType.COMMA;
			case '"', '\'' -> string(character);
			case '`' -> rawString();
			case '=' -> followed('~', TokenType.MATCHES, TokenType.EQUALS);
			case '!' -> matcherNegation();
			case '{' -> finish(Fault.of("nested-brace"));
			case '}' -> braceCloses();
			default -> label(character);
		};
	}

	private TokenType braceCloses() {
		this.place = Place.STATEMENT;
		return TokenType.RIGHT_BRACE;
	}

	private TokenType matcherNegation() {
		int following = this.scanner.nextCodePoint();
		return switch (following) {
			case '=' -> TokenType.NOT_EQUAL;
			case '~' -> TokenType.NOT_MATCHES;
			default -> finish(Fault.ofCharacter("bad-negation", following));
		};
	}

	private TokenType label(int character) {
		if (Characters.isAlphabetic(character)) {
			this.scanner.skipWord();
			return TokenType.IDENTIFIER;
		}
		this.scanner.moveTo(this.start);
		return finish(Fault.ofCharacter("bad-brace-character", this.scanner.nextCodePoint()));
	}

	private TokenType string(int quote) {
		Fault wrong = this.strings.quoted(quote);
		return (wrong != null) ? stringFault(wrong) : TokenType.STRING;
	}

	private TokenType rawString() {
		Fault wrong = this.strings.raw();
		return (wrong != null) ? stringFault(wrong) : TokenType.STRING;
	}

	private TokenType stringFault(Fault wrong) {
		this.fault = wrong;
		this.finished = !this.strings.isClosed();
		return TokenType.FAULT;
	}

	private TokenType finish(Fault wrong) {
		this.fault = wrong;
		this.finished = true;
		return TokenType.FAULT;
	}

	/** Where the next token stands. */
	private enum Place {

		/** Outside of braces; inside of brackets behind the first number. */
		STATEMENT,

		/** Inside braces. */
		BRACES,

		/** At the beginning of brackets, before 3.4. */
		WINDOW,

		/** In brackets up to the first number, since 3.4. */
		DURATION

	}

}
