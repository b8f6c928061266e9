package io.firekeeper.promql;

import java.util.List;

/**
 * An expression with a sign before it.
 *
 * @param minus whether the sign is a minus
 * @param expression the expression
 * @param range where
 */
public record Unary(boolean minus, Expression expression, Range range) implements Expression {

	@Override
	public ValueType type() {
		return this.expression.type();
	}

	@Override
	public List<Expression> children() {
		return List.of(this.expression);
	}

}
