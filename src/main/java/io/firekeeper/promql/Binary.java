package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Two expressions with an operator between them.
 *
 * @param operator which
 * @param left the left expression
 * @param right the right expression
 * @param returnBool whether a comparison gives 0 or 1 ({@code bool})
 * @param matching how series are matched; null unless both sides are vectors
 * @param operatorRange where the operator stands, without its modifiers
 * @param range where
 */
public record Binary(BinaryOperator operator, Expression left, Expression right, boolean returnBool,
		@Nullable VectorMatching matching, Range operatorRange, Range range) implements Expression {

	@Override
	public ValueType type() {
		return (this.left.type() == ValueType.SCALAR && this.right.type() == ValueType.SCALAR) ? ValueType.SCALAR
				: ValueType.VECTOR;
	}

	@Override
	public List<Expression> children() {
		return List.of(this.left, this.right);
	}

}
