package io.firekeeper.promql;

import java.util.List;

/**
 * An expression in parentheses.
 *
 * @param expression the expression
 * @param range where, with the parentheses
 */
public record Parentheses(Expression expression, Range range) implements Expression {

	@Override
	public ValueType type() {
		return this.expression.type();
	}

	@Override
	public List<Expression> children() {
		return List.of(this.expression);
	}

}
