package io.firekeeper.promql;

/**
 * Recognizes, without compiling them, the regular expressions that nearly all matchers
 * have: text, dots, classes, groups, bars, and single quantifiers. What it does not
 * recognize may be valid all the same.
 */
final class SimpleRegex {

	private static final String QUANTIFIERS = "*+?";

	private static final String SHORTHANDS = "dDsSwW";

	private static final int MOST_GROUPS = 100;

	private final String regex;

	private int index;

	private int groups;

	private SimpleRegex(String regex) {
		this.regex = regex;
	}

	static boolean isValid(String regex) {
		return new SimpleRegex(regex).isValid();
	}

	private boolean isValid() {
		boolean repeatable = false;
		while (this.index < this.regex.length()) {
			char character = this.regex.charAt(this.index++);
			if (QUANTIFIERS.indexOf(character) >= 0) {
				if (!repeatable) {
					return false;
				}
				repeatable = false;
			}
			else if (!atom(character)) {
				return false;
			}
			else {
				repeatable = "(|^$".indexOf(character) < 0;
			}
		}
		return this.groups == 0;
	}

	private boolean atom(char character) {
		return switch (character) {
			case '(' -> opens();
			case ')' -> --this.groups >= 0;
			case '[' -> bracketed();
			case '\\' -> escaped();
			case '{', '}', ']' -> false;
			default -> !Character.isSurrogate(character);
		};
	}

	private boolean opens() {
		if (this.regex.startsWith("?:", this.index)) {
			this.index += 2;
		}
		return ++this.groups < MOST_GROUPS
				&& (this.index >= this.regex.length() || this.regex.charAt(this.index) != '?');
	}

	private boolean escaped() {
		char character = (this.index < this.regex.length()) ? this.regex.charAt(this.index++) : 'x';
		return SHORTHANDS.indexOf(character) >= 0
				|| character > ' ' && character < 0x7F && !Characters.isAlphanumeric(character);
	}

	/** A class of letters, digits and a few signs; ranges only where they ascend. */
	private boolean bracketed() {
		if (this.index < this.regex.length() && this.regex.charAt(this.index) == '^') {
			this.index++;
		}
		int start = this.index;
		while (this.index < this.regex.length() && isClassCharacter(this.regex.charAt(this.index))) {
			if (this.regex.charAt(this.index) == '-' && !ascends(start)) {
				return false;
			}
			this.index++;
		}
		return this.index > start && this.index < this.regex.length() && this.regex.charAt(this.index++) == ']';
	}

	private static boolean isClassCharacter(char character) {
		return Characters.isAlphanumeric(character) || "-._:/, ".indexOf(character) >= 0;
	}

	private boolean ascends(int start) {
		return this.index > start && this.index + 1 < this.regex.length()
				&& Characters.isAlphanumeric(this.regex.charAt(this.index + 1))
				&& this.regex.charAt(this.index - 1) <= this.regex.charAt(this.index + 1)
				&& Characters.isAlphanumeric(this.regex.charAt(this.index - 1)) && !followsRange(start);
	}

	private boolean followsRange(int start) {
		return this.index - 2 >= start && this.regex.charAt(this.index - 2) == '-';
	}

}
