package io.firekeeper.promql;

/** An operator between two lengths of time. */
public enum DurationOperator {

	/** Plus. */
	ADD("+"),

	/** Minus. */
	SUBTRACT("-"),

	/** Times. */
	MULTIPLY("*"),

	/** Divided by. */
	DIVIDE("/"),

	/** Remainder. */
	MODULO("%"),

	/** To the power of. */
	POWER("^");

	private final String symbol;

	DurationOperator(String symbol) {
		this.symbol = symbol;
	}

	/** As it is written. */
	public String symbol() {
		return this.symbol;
	}

}
