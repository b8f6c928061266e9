package io.firekeeper.promql;

/** How a matcher compares. */
public enum MatchType {

	/** Equal. */
	EQUAL("="),

	/** Not equal. */
	NOT_EQUAL("!="),

	/** The whole value matches a regular expression. */
	REGEX("=~"),

	/** The value does not match a regular expression. */
	NOT_REGEX("!~");

	private final String symbol;

	MatchType(String symbol) {
		this.symbol = symbol;
	}

	/** As it is written. */
	public String symbol() {
		return this.symbol;
	}

	/** Whether its value is a regular expression. */
	public boolean isRegex() {
		return this == REGEX || this == NOT_REGEX;
	}

}
