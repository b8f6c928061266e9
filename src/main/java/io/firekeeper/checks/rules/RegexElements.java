package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of a valid regular expression (RE2), as far as checks look at them. A
 * group, a class or an alternation is {@link Kind#OTHER} as a whole.
 */
final class RegexElements {

	private static final String OPERATORS = "*+?";

	/** Other braces stand for themselves. */
	private static final Pattern COUNT = Pattern.compile("\\{\\d+(?:,\\d*)?}");

	private final String regex;

	private final List<Element> elements = new ArrayList<>();

	private int at;

	private RegexElements(String regex) {
		this.regex = regex;
	}

	static List<Element> of(String regex) {
		RegexElements parser = new RegexElements(regex);
		while (parser.at < regex.length()) {
			if (parser.here() == '|') {
				return List.of(new Element(Kind.OTHER, regex));
			}
			parser.next();
		}
		return parser.elements;
	}

	private char here() {
		return (this.at < this.regex.length()) ? this.regex.charAt(this.at) : 0;
	}

	private void next() {
		Element element = atom();
		char first = here();
		int end = quantifierEnd();
		if (end > this.at) {
			this.at = end;
			if (here() == '?') {
				this.at++;
			}
			element = repeated(element, first);
		}
		this.elements.add(element);
	}

	private int quantifierEnd() {
		if (here() == '{') {
			Matcher count = COUNT.matcher(this.regex).region(this.at, this.regex.length());
			return count.lookingAt() ? count.end() : this.at;
		}
		return (OPERATORS.indexOf(here()) >= 0) ? this.at + 1 : this.at;
	}

	private static Element repeated(Element element, char quantifier) {
		return switch (quantifier) {
			case '*' -> new Element((element.kind() == Kind.ANY) ? Kind.ALL : Kind.REPEATED, element.text());
			case '+' -> new Element((element.kind() == Kind.ANY) ? Kind.SOME : Kind.REPEATED, element.text());
			default -> new Element(Kind.OTHER, element.text());
		};
	}

	private Element atom() {
		char character = this.regex.charAt(this.at++);
		return switch (character) {
			case '^' -> new Element(Kind.START, "^");
			case '$' -> new Element(Kind.END, "$");
			case '.' -> new Element(Kind.ANY, ".");
			case '\\' -> escaped();
			case '[' -> bracketed();
			case '(' -> grouped();
			default -> new Element(Kind.LITERAL, String.valueOf(character));
		};
	}

	private Element escaped() {
		char character = here();
		this.at++;
		return switch (character) {
			case 'A' -> new Element(Kind.START, "\\A");
			case 'z' -> new Element(Kind.END, "\\z");
			default -> new Element(Character.isLetterOrDigit(character) ? Kind.OTHER : Kind.LITERAL,
					String.valueOf(character));
		};
	}

	/** A class of one character is that character. */
	private Element bracketed() {
		int start = this.at;
		if (here() == '^') {
			this.at++;
		}
		do {
			int named = this.regex.startsWith("[:", this.at) ? this.regex.indexOf(":]", this.at) : -1;
			this.at = (named >= 0) ? named + 2 : this.at + ((here() == '\\') ? 2 : 1);
		}
		while (here() != ']' && here() != 0);
		String inside = this.regex.substring(start, Math.min(this.at, this.regex.length()));
		this.at++;
		boolean single = inside.length() == 1
				|| inside.length() == 2 && inside.charAt(0) == '\\' && !Character.isLetterOrDigit(inside.charAt(1));
		return new Element(single ? Kind.LITERAL : Kind.OTHER, inside.substring(Math.max(0, inside.length() - 1)));
	}

	private Element grouped() {
		int depth = 1;
		int start = this.at;
		while (depth > 0 && this.at < this.regex.length()) {
			switch (this.regex.charAt(this.at++)) {
				case '\\' -> this.at++;
				case '[' -> bracketed();
				case '(' -> depth++;
				case ')' -> depth--;
				default -> {
				}
			}
		}
		return new Element(Kind.OTHER, this.regex.substring(start, Math.min(this.at, this.regex.length())));
	}

	/**
	 * A part of a regular expression.
	 *
	 * @param kind what it is
	 * @param text the character of a literal
	 */
	record Element(Kind kind, String text) {

		boolean isAnchor() {
			return this.kind == Kind.START || this.kind == Kind.END;
		}

		/** Whether it matches texts of any length. */
		boolean isWildcard() {
			return this.kind == Kind.ALL || this.kind == Kind.SOME || this.kind == Kind.REPEATED;
		}

	}

	/** What an element is. */
	enum Kind {

		/** A character that stands for itself. */
		LITERAL,

		/** The start of the text. */
		START,

		/** The end of the text. */
		END,

		/** Any character. */
		ANY,

		/** Any text. */
		ALL,

		/** Any text but the empty one. */
		SOME,

		/** Something else any number of times. */
		REPEATED,

		/** Anything else. */
		OTHER

	}

}
