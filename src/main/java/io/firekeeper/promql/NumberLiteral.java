package io.firekeeper.promql;

import java.util.List;

/**
 * A number. A sign directly before the digits belongs to it.
 *
 * @param value its value; of a duration, in seconds
 * @param duration whether it is written as a duration, such as {@code 5m} (since 2.54)
 * @param range where
 */
public record NumberLiteral(double value, boolean duration, Range range) implements Expression {

	@Override
	public ValueType type() {
		return ValueType.SCALAR;
	}

	@Override
	public List<Expression> children() {
		return List.of();
	}

}
