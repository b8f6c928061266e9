package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.List;

import com.google.re2j.PatternSyntaxException;
import io.firekeeper.promql.Release;

/**
 * The parser of matchers since 0.27: names may be any text (prometheus/alertmanager
 * {@code matcher/parse/parse.go}).
 */
final class UnicodeMatchers {

	private final List<LabelMatcher> matchers = new ArrayList<>();

	private final MatcherLexer lexer;

	private final Release release;

	private UnicodeMatchers(String text, Release release) {
		this.release = release;
		this.lexer = new MatcherLexer(text);
	}

	/**
	 * Reads matchers separated by commas, with or without braces around them.
	 * @throws MatcherSyntaxException when the text is none
	 */
	static List<LabelMatcher> parse(String text, Release release) {
		return new UnicodeMatchers(text, release).list();
	}

	private List<LabelMatcher> list() {
		boolean braces = this.lexer.peek().is(MatcherToken.Kind.OPEN);
		if (braces) {
			this.lexer.take();
		}
		while (!isEnd()) {
			matcher();
			if (isEnd()) {
				break;
			}
			expect(this.lexer.peek().is(MatcherToken.Kind.COMMA), "matcher-comma");
		}
		if (braces) {
			expect(this.lexer.peek().is(MatcherToken.Kind.CLOSE), "matcher-close");
		}
		expect(this.lexer.peek().is(MatcherToken.Kind.END), "matcher-end");
		return List.copyOf(this.matchers);
	}

	private boolean isEnd() {
		return this.lexer.peek().is(MatcherToken.Kind.END) || this.lexer.peek().is(MatcherToken.Kind.CLOSE);
	}

	private void matcher() {
		String name = text("matcher-name");
		MatcherToken operator = expect(this.lexer.peek().is(MatcherToken.Kind.OPERATOR), "matcher-no-operator");
		String value = text("matcher-value");
		try {
			this.matchers.add(new LabelMatcher(name, MatchOperator.of(operator.text()), value, this.release));
		}
		catch (PatternSyntaxException ex) {
			throw new MatcherSyntaxException("not-regex", value, ex.getDescription());
		}
	}

	private String text(String code) {
		MatcherToken token = expect(this.lexer.peek().isText(), code);
		if (token.is(MatcherToken.Kind.PLAIN)) {
			return token.text();
		}
		try {
			return GoText.unquote(token.text());
		}
		catch (IllegalArgumentException _) {
			throw new MatcherSyntaxException("matcher-escape", token.text(), String.valueOf(token.column() + 1));
		}
	}

	private MatcherToken expect(boolean found, String code) {
		if (!found) {
			MatcherToken token = this.lexer.peek();
			throw new MatcherSyntaxException(code, token.text(), String.valueOf(token.column() + 1));
		}
		return this.lexer.peek().is(MatcherToken.Kind.END) ? this.lexer.peek() : this.lexer.take();
	}

}
