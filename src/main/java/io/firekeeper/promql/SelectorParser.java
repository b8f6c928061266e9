package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads the matchers of a selector. */
final class SelectorParser {

	private final TokenStream tokens;

	private final Literals literals;

	SelectorParser(TokenStream tokens, Literals literals) {
		this.tokens = tokens;
		this.literals = literals;
	}

	/**
	 * A selector of which at most the name is taken.
	 * @param name the name before the braces, or null
	 * @param start where the selector starts
	 */
	VectorSelector selector(@Nullable String name, int start) {
		List<Matcher> matchers = (this.tokens.peek() == TokenType.LEFT_BRACE) ? matchers() : List.of();
		return new VectorSelector(name, matchers, null, null, null, this.tokens.since(start));
	}

	private List<Matcher> matchers() {
		this.tokens.advance();
		Expected outer = this.tokens.expect(Expected.MATCHER);
		List<Matcher> matchers = new ArrayList<>(4);
		boolean more = !this.tokens.accept(TokenType.RIGHT_BRACE);
		while (more) {
			more = readOne(matchers);
		}
		this.tokens.expect(outer);
		return matchers;
	}

	/** Reads a matcher and what stands behind it; says whether another follows. */
	private boolean readOne(List<Matcher> matchers) {
		try {
			this.tokens.expect(Expected.MATCHER);
			matchers.add(matcher());
			this.tokens.expect(Expected.MATCHER_SEPARATOR);
			return continues();
		}
		catch (SyntaxException ex) {
			return recover();
		}
	}

	private boolean continues() {
		if (this.tokens.accept(TokenType.COMMA)) {
			return !this.tokens.accept(TokenType.RIGHT_BRACE);
		}
		this.tokens.expect(TokenType.RIGHT_BRACE);
		return false;
	}

	private boolean recover() {
		while (true) {
			switch (this.tokens.peek()) {
				case END -> throw SyntaxException.INSTANCE;
				case RIGHT_BRACE -> {
					this.tokens.advance();
					return false;
				}
				case COMMA -> {
					this.tokens.advance();
					return !this.tokens.accept(TokenType.RIGHT_BRACE);
				}
				default -> this.tokens.advance();
			}
		}
	}

	private Matcher matcher() {
		int start = this.tokens.nextStart();
		if (this.tokens.peek() == TokenType.STRING && this.tokens.grammar().hasQuotedNames()) {
			return quoted(start);
		}
		this.tokens.expect(TokenType.IDENTIFIER);
		String label = this.tokens.lastText();
		this.tokens.expect(Expected.MATCHER_OPERATOR);
		MatchType type = type();
		if (type == null) {
			throw this.tokens.unexpected();
		}
		return value(label, type, start);
	}

	private Matcher quoted(int start) {
		this.tokens.advance();
		String name = this.literals.string();
		Range range = this.tokens.lastRange();
		MatchType type = type();
		return (type != null) ? value(name, type, start)
				: new Matcher(Matcher.METRIC_NAME, MatchType.EQUAL, name, range);
	}

	private Matcher value(String label, MatchType type, int start) {
		this.tokens.advance();
		this.tokens.expect(Expected.MATCHER_VALUE);
		this.tokens.expect(TokenType.STRING);
		Matcher matcher = new Matcher(label, type, this.literals.string(), this.tokens.since(start));
		String wrong = type.isRegex() ? RegexSyntax.problem(matcher.value(), this.tokens.grammar()) : null;
		if (wrong != null) {
			this.tokens.problems().add(matcher.range(), "bad-regex", matcher.value(), wrong);
		}
		return matcher;
	}

	private @Nullable MatchType type() {
		return switch (this.tokens.peek()) {
			case EQUALS -> MatchType.EQUAL;
			case NOT_EQUAL -> MatchType.NOT_EQUAL;
			case MATCHES -> MatchType.REGEX;
			case NOT_MATCHES -> MatchType.NOT_REGEX;
			default -> null;
		};
	}

}
