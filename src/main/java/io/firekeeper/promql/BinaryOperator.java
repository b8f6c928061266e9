package io.firekeeper.promql;

/** An operator between two expressions. */
public enum BinaryOperator {

	/** Union. */
	OR("or", 1),

	/** Intersection. */
	AND("and", 2),

	/** Complement. */
	UNLESS("unless", 2),

	/** Equal. */
	EQUAL("==", 3),

	/** Greater or equal. */
	GREATER_OR_EQUAL(">=", 3),

	/** Greater. */
	GREATER(">", 3),

	/** Less. */
	LESS("<", 3),

	/** Less or equal. */
	LESS_OR_EQUAL("<=", 3),

	/** Not equal. */
	NOT_EQUAL("!=", 3),

	/** Keeps the part of a histogram below (since 3.11). */
	TRIM_UPPER("</", 3),

	/** Keeps the part of a histogram above (since 3.11). */
	TRIM_LOWER(">/", 3),

	/** Plus. */
	ADD("+", 4),

	/** Minus. */
	SUBTRACT("-", 4),

	/** Times. */
	MULTIPLY("*", 5),

	/** Divided by. */
	DIVIDE("/", 5),

	/** Remainder. */
	MODULO("%", 5),

	/** Angle of a vector. */
	ATAN2("atan2", 5),

	/** To the power of; the only one that binds to the right. */
	POWER("^", 6);

	private final String symbol;

	private final int precedence;

	BinaryOperator(String symbol, int precedence) {
		this.symbol = symbol;
		this.precedence = precedence;
	}

	/** As it is written. */
	public String symbol() {
		return this.symbol;
	}

	/** The higher, the tighter it binds. */
	public int precedence() {
		return this.precedence;
	}

	/** Whether it is {@code and}, {@code or} or {@code unless}. */
	public boolean isSetOperator() {
		return this == OR || this == AND || this == UNLESS;
	}

	/** Whether it compares: without {@code bool} it keeps or drops series. */
	public boolean isComparison() {
		return switch (this) {
			case EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> true;
			default -> false;
		};
	}

}
