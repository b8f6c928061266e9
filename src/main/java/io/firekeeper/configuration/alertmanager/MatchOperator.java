package io.firekeeper.configuration.alertmanager;

/** How a matcher compares the value of a label. */
public enum MatchOperator {

	/** The same text. */
	EQUAL("="),

	/** Another text. */
	NOT_EQUAL("!="),

	/** The whole text is of a regular expression. */
	REGEX("=~"),

	/** It is not. */
	NOT_REGEX("!~");

	private final String symbol;

	MatchOperator(String symbol) {
		this.symbol = symbol;
	}

	/** As people write it. */
	public String symbol() {
		return this.symbol;
	}

	boolean isRegex() {
		return this == REGEX || this == NOT_REGEX;
	}

	boolean isNegative() {
		return this == NOT_EQUAL || this == NOT_REGEX;
	}

	static MatchOperator of(String symbol) {
		for (MatchOperator operator : values()) {
			if (operator.symbol.equals(symbol)) {
				return operator;
			}
		}
		throw new IllegalArgumentException(symbol);
	}

}
