package io.firekeeper.promql;

import java.util.List;

/**
 * A text.
 *
 * @param value its value without quotes and escapes. A byte that is no UTF-8 (written as
 * {@code "\xff"}) is the lone surrogate U+DC00 + byte
 * @param range where, with the quotes
 */
public record StringLiteral(String value, Range range) implements Expression {

	@Override
	public ValueType type() {
		return ValueType.STRING;
	}

	@Override
	public List<Expression> children() {
		return List.of();
	}

}
