package io.firekeeper.promql;

import java.util.List;
import java.util.Locale;

/**
 * The tokens of a text with one token of look-ahead, which is read only when it is asked
 * for: what the lexer refuses must be reported in the order in which Prometheus meets it.
 */
final class TokenStream {

	private static final int SHOWN = 40;

	private final String text;

	private final Lexer lexer;

	private final Grammar grammar;

	private final Problems problems;

	private final ClosingParentheses closings;

	private boolean read;

	private int lastStart;

	private int lastEnd;

	private Expected expected = Expected.NOTHING;

	TokenStream(String text, Grammar grammar, Problems problems) {
		this.text = text;
		this.lexer = new Lexer(text, grammar);
		this.grammar = grammar;
		this.problems = problems;
		this.closings = new ClosingParentheses(grammar);
	}

	Grammar grammar() {
		return this.grammar;
	}

	ClosingParentheses closings() {
		return this.closings;
	}

	Problems problems() {
		return this.problems;
	}

	/** The sort of the next token. */
	TokenType peek() {
		if (!this.read) {
			this.lexer.next();
			this.read = true;
			if (this.lexer.type() == TokenType.FAULT) {
				Fault fault = this.lexer.fault();
				this.problems.add(nextRange(), fault.code(), fault.arguments(), List.of());
			}
			else if (this.lexer.type() == TokenType.RIGHT_PARENTHESIS) {
				this.closings.read(this.lexer.end());
			}
		}
		return this.lexer.type();
	}

	/** Takes the next token. */
	void advance() {
		peek();
		this.lastStart = this.lexer.start();
		this.lastEnd = this.lexer.end();
		this.read = false;
	}

	/** Takes the next token if it is of a sort. */
	boolean accept(TokenType type) {
		if (peek() != type) {
			return false;
		}
		advance();
		return true;
	}

	/** Takes the next token, which must be of a sort. */
	void expect(TokenType type) {
		if (!accept(type)) {
			throw unexpected();
		}
	}

	int nextStart() {
		peek();
		return this.lexer.start();
	}

	Range nextRange() {
		peek();
		return new Range(this.lexer.start(), this.lexer.end());
	}

	/** Where the last taken token starts. */
	int lastStart() {
		return this.lastStart;
	}

	/** Where the last taken token ends. */
	int lastEnd() {
		return this.lastEnd;
	}

	Range lastRange() {
		return new Range(this.lastStart, this.lastEnd);
	}

	/** The text of the last taken token. */
	String lastText() {
		return this.text.substring(this.lastStart, this.lastEnd);
	}

	/** The range from an offset to the last taken token. */
	Range since(int start) {
		return new Range(start, this.lastEnd);
	}

	/** Says what is waited for from here on; gives what was before, to be set back. */
	Expected expect(Expected expected) {
		Expected before = this.expected;
		this.expected = expected;
		return before;
	}

	Expected expected() {
		return this.expected;
	}

	/** Notes that the next token does not belong there. */
	SyntaxException unexpected() {
		report();
		return SyntaxException.INSTANCE;
	}

	private void report() {
		if (peek() == TokenType.FAULT || this.lexer.isFinished()) {
			return;
		}
		List<Note> notes = (this.expected == Expected.NOTHING) ? List.of()
				: List.of(Note.of("expected-" + this.expected.name().toLowerCase(Locale.ROOT).replace('_', '-')));
		boolean end = peek() == TokenType.END;
		this.problems.add(nextRange(), end ? "unexpected-end" : "unexpected", end ? List.of() : List.of(shown()),
				notes);
	}

	private String shown() {
		String token = nextRange().in(this.text);
		return (token.length() > SHOWN) ? token.substring(0, SHOWN) + "…" : token;
	}

	/** Whether nothing is left to read. */
	boolean isAtEnd() {
		return peek() == TokenType.END;
	}

}
