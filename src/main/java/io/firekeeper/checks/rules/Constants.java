package io.firekeeper.checks.rules;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Unary;
import org.jspecify.annotations.Nullable;

/**
 * Values of expressions that do not depend on any series.
 */
final class Constants {

	private Constants() {
	}

	/** The one value that an expression always has, or {@code null}. */
	static @Nullable Double of(Expression expression) {
		return switch (Parts.bare(expression)) {
			case NumberLiteral number -> (Double) number.value();
			case Unary unary -> signed(unary);
			case Call call when call.function().name().equals("vector") -> of(call.arguments().getFirst());
			case Binary binary -> combined(binary);
			default -> null;
		};
	}

	private static @Nullable Double signed(Unary unary) {
		Double value = of(unary.expression());
		return (value != null) ? (Double) (unary.minus() ? -value : value) : null;
	}

	private static @Nullable Double combined(Binary binary) {
		Double left = of(binary.left());
		Double right = of(binary.right());
		return (left != null && right != null) ? calculated(binary.operator(), left, right) : null;
	}

	private static @Nullable Double calculated(BinaryOperator operator, double left, double right) {
		return switch (operator) {
			case ADD -> (Double) (left + right);
			case SUBTRACT -> (Double) (left - right);
			case MULTIPLY -> (Double) (left * right);
			case DIVIDE -> (Double) (left / right);
			case MODULO -> (Double) (left % right);
			case POWER -> (Double) Math.pow(left, right);
			default -> null;
		};
	}

	/** The same comparison with its sides changed. */
	static BinaryOperator turned(BinaryOperator operator) {
		return switch (operator) {
			case GREATER -> BinaryOperator.LESS;
			case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
			case LESS -> BinaryOperator.GREATER;
			case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
			default -> operator;
		};
	}

}
