package io.firekeeper.promql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Regular expressions as the Go release behind a release of Prometheus reads them
 * ({@code .promu.yml}, Go {@code regexp/syntax}). RE2/J does the work; where it and Go
 * disagree the expression is put another way first, and Go's limits are kept.
 */
public final class GoRegex {

	private static final java.util.regex.Pattern QUOTED = java.util.regex.Pattern.compile("\\\\Q.*?(?:\\\\E|$)",
			java.util.regex.Pattern.DOTALL);

	private static final java.util.regex.Pattern NAMED = java.util.regex.Pattern.compile("\\(\\?(P?)<(\\w+)>");

	private static final java.util.regex.Pattern REPEAT = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

	private static final java.util.regex.Pattern CODE = java.util.regex.Pattern.compile("\\\\x\\{[^}]*\\}?");

	private static final java.util.regex.Pattern UNICODE = java.util.regex.Pattern
		.compile("\\\\[pP]\\{(\\^?)([^}]*)\\}");

	private static final Release DOT_ALL = new Release(3, 0);

	private static final Release GO_1_22 = new Release(2, 51);

	private static final Release GO_1_25 = new Release(3, 7);

	/**
	 * Names of classes that Go takes since 1.25, in any case, as it took the short ones
	 * before.
	 */
	private static final Map<String, String> LONG_NAMES = Map.ofEntries(Map.entry("any", "Any"),
			Map.entry("letter", "L"), Map.entry("uppercaseletter", "Lu"), Map.entry("lowercaseletter", "Ll"),
			Map.entry("titlecaseletter", "Lt"), Map.entry("modifierletter", "Lm"), Map.entry("otherletter", "Lo"),
			Map.entry("mark", "M"), Map.entry("number", "N"), Map.entry("decimalnumber", "Nd"),
			Map.entry("digit", "Nd"), Map.entry("punctuation", "P"), Map.entry("punct", "P"), Map.entry("symbol", "S"),
			Map.entry("separator", "Z"), Map.entry("other", "C"), Map.entry("control", "Cc"));

	private final Release release;

	private final String expression;

	private final StringBuilder rewritten = new StringBuilder();

	private final RegexShape shape = new RegexShape();

	private final Set<String> names = new HashSet<>();

	private int at;

	private GoRegex(String expression, Release release) {
		this.expression = expression;
		this.release = release;
	}

	/**
	 * Compiles an expression that must match as a whole.
	 * @throws PatternSyntaxException when it is none
	 */
	public static Pattern compile(String expression, Release release) {
		return compile(expression, release, release.isAtLeast(DOT_ALL) ? Pattern.DOTALL : 0);
	}

	/**
	 * The same with flags of RE2/J in place of those that Prometheus sets.
	 * @throws PatternSyntaxException when it is none
	 */
	public static Pattern compile(String expression, Release release, int flags) {
		return Pattern.compile("^(?:" + new GoRegex(expression, release).rewrite() + ")$", flags);
	}

	/**
	 * Compiles an expression to look for within a text.
	 * @throws PatternSyntaxException when it is none
	 */
	public static Pattern compilePart(String expression, Release release) {
		return Pattern.compile(new GoRegex(expression, release).rewrite());
	}

	private String rewrite() {
		while (this.at < this.expression.length()) {
			switch (this.expression.charAt(this.at)) {
				case '\\' -> {
					this.shape.literal();
					escape();
				}
				case '[' -> {
					this.shape.literal();
					characterClass();
				}
				case '(' -> group();
				case ')' -> {
					this.shape.close();
					copy(1);
				}
				case '|' -> {
					this.shape.alternative();
					copy(1);
				}
				case '*', '+', '?' -> {
					this.shape.repeat(0, RegexShape.NO_END);
					copy(1);
				}
				case '{' -> brace();
				default -> {
					this.shape.literal();
					copy(1);
				}
			}
		}
		this.shape.end();
		return this.rewritten.toString();
	}

	private void copy(int length) {
		int end = Math.min(this.at + length, this.expression.length());
		this.rewritten.append(this.expression, this.at, end);
		this.at = end;
	}

	private void replace(MatchResult match, String by) {
		this.rewritten.append(by);
		this.at = match.end();
	}

	private void escape() {
		Matcher quoted = QUOTED.matcher(this.expression).region(this.at, this.expression.length());
		Matcher code = CODE.matcher(this.expression).region(this.at, this.expression.length());
		Matcher unicode = UNICODE.matcher(this.expression).region(this.at, this.expression.length());
		if (quoted.lookingAt()) {
			copy(quoted.end() - this.at);
		}
		else if (unicode.lookingAt()) {
			unicode(unicode);
		}
		else if (code.lookingAt()) {
			copy(code.end() - this.at);
		}
		else if (this.at + 1 < this.expression.length() && this.expression.charAt(this.at + 1) >= 0x80) {
			throw new PatternSyntaxException("invalid escape sequence", this.expression.substring(this.at));
		}
		else {
			copy(2);
		}
	}

	private void unicode(MatchResult match) {
		String name = match.group(2).toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
		if (name.isEmpty() || !this.release.isAtLeast(GO_1_25)) {
			copy(match.end() - match.start());
			return;
		}
		String known = LONG_NAMES.getOrDefault(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
		replace(match, match.group().substring(0, 3) + match.group(1) + known + "}");
	}

	private void characterClass() {
		int start = this.at;
		copy(this.expression.startsWith("[^", this.at) ? 2 : 1);
		if (this.expression.startsWith("]", this.at)) {
			copy(1);
		}
		while (this.at < this.expression.length() && this.expression.charAt(this.at) != ']') {
			int named = this.expression.startsWith("[:", this.at) ? this.expression.indexOf(":]", this.at + 2) : -1;
			if (named > 0) {
				copy(named + 2 - this.at);
			}
			else if (this.expression.charAt(this.at) == '\\' && !this.expression.startsWith("\\Q", this.at)) {
				escape();
			}
			else {
				copy(1);
			}
		}
		copy((this.at > start) ? 1 : 0);
	}

	/** Go takes one name for several groups; {@code (?<name>} it takes since 1.22. */
	private void group() {
		this.shape.open(!this.expression.startsWith("(?", this.at) || this.expression.startsWith("<", this.at + 2)
				|| this.expression.startsWith("P<", this.at + 2));
		Matcher named = NAMED.matcher(this.expression).region(this.at, this.expression.length());
		if (!named.lookingAt()) {
			copy(1);
		}
		else if (named.group(1).isEmpty() && !this.release.isAtLeast(GO_1_22)) {
			throw new PatternSyntaxException("invalid or unsupported Perl syntax", named.group());
		}
		else if (this.names.add(named.group(2))) {
			copy(named.end() - named.start());
		}
		else {
			replace(named, "(");
		}
	}

	/** A brace that begins no repetition stands for itself. */
	private void brace() {
		Matcher repeat = REPEAT.matcher(this.expression).region(this.at, this.expression.length());
		if (repeat.lookingAt()) {
			int least = RegexShape.count(repeat.group(1));
			int most = (repeat.group(2) == null) ? least
					: repeat.group(2).isEmpty() ? RegexShape.NO_END : RegexShape.count(repeat.group(2));
			this.shape.repeat(least, most);
			copy(repeat.end() - repeat.start());
		}
		else {
			this.shape.literal();
			this.rewritten.append("\\{");
			this.at++;
		}
	}

}
