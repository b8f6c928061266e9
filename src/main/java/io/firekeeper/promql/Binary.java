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
 * @param type a number when both sides are numbers, else a vector
 */
public record Binary(BinaryOperator operator, Expression left, Expression right, boolean returnBool,
		@Nullable VectorMatching matching, Range operatorRange, Range range, ValueType type) implements Expression {

	public Binary(BinaryOperator operator, Expression left, Expression right, boolean returnBool,
			@Nullable VectorMatching matching, Range operatorRange, Range range) {
		this(operator, left, right, returnBool, matching, operatorRange, range, type(left, right));
	}

	private static ValueType type(Expression left, Expression right) {
		return (left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR) ? ValueType.SCALAR
				: ValueType.VECTOR;
	}

	@Override
	public List<Expression> children() {
		return List.of(this.left, this.right);
	}

}
