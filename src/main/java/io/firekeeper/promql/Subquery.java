package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An expression evaluated over a window, such as {@code rate(x[5m])[1h:1m]}.
 *
 * @param expression what is evaluated
 * @param window over how long
 * @param step how often, or null for the default
 * @param offset how far back it looks, or null; never zero
 * @param at at which time it looks, or null
 * @param range where
 */
public record Subquery(Expression expression, DurationExpression window, @Nullable DurationExpression step,
		@Nullable DurationExpression offset, @Nullable At at, Range range) implements Expression {

	@Override
	public ValueType type() {
		return ValueType.MATRIX;
	}

	@Override
	public List<Expression> children() {
		return List.of(this.expression);
	}

}
