package io.firekeeper.promql;

import java.util.List;

/**
 * Series with their samples over a window, such as {@code up[5m]}. Modifiers behind the
 * window stand in the selector.
 *
 * @param selector which series, with the modifiers
 * @param window over how long
 * @param range where
 */
public record MatrixSelector(VectorSelector selector, DurationExpression window, Range range) implements Expression {

	@Override
	public ValueType type() {
		return ValueType.MATRIX;
	}

	@Override
	public List<Expression> children() {
		return List.of(this.selector);
	}

}
