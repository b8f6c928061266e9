package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * Finds divisions whose divisor may be 0.
 */
final class Divisors {

	/** Amounts of what is there; unlike limits, where 0 means that there is none. */
	private static final Pattern SIZES = Pattern
		.compile(".*(_capacity|_allocatable|_period|MemTotal|_size|_total_bytes" + "|_cores)(_.*)?");

	private Divisors() {
	}

	/** The first divisor in an expression that may be 0 and reaches its value. */
	static @Nullable Expression unsafe(Expression expression) {
		for (Expression part : reaching(expression)) {
			if (part instanceof Binary binary && divides(binary.operator()) && !isNeverZero(binary.right())) {
				return binary.right();
			}
		}
		return null;
	}

	/**
	 * The parts of an expression whose value reaches its own, NaN and infinity too: inner
	 * ones first.
	 */
	static List<Expression> reaching(Expression expression) {
		List<Expression> parts = new ArrayList<>();
		collect(expression, parts);
		return parts;
	}

	private static void collect(Expression expression, List<Expression> parts) {
		switch (expression) {
			case Binary binary when isBelow(binary.operator()) -> {
				return;
			}
			case Binary binary when binary.operator() == BinaryOperator.AND
					|| binary.operator() == BinaryOperator.UNLESS ->
				collect(binary.left(), parts);
			case Aggregation aggregation when aggregation.operator().counts() -> {
			}
			case Aggregation aggregation -> collect(aggregation.expression(), parts);
			default -> expression.children().forEach((child) -> collect(child, parts));
		}
		parts.add(expression);
	}

	private static boolean isBelow(BinaryOperator operator) {
		return operator == BinaryOperator.LESS || operator == BinaryOperator.LESS_OR_EQUAL;
	}

	private static boolean divides(BinaryOperator operator) {
		return operator == BinaryOperator.DIVIDE || operator == BinaryOperator.MODULO;
	}

	private static boolean isNeverZero(Expression expression) {
		Double constant = Constants.of(expression);
		if (constant != null) {
			return constant != 0;
		}
		return switch (expression) {
			case Parentheses parentheses -> isNeverZero(parentheses.expression());
			case Unary unary -> isNeverZero(unary.expression());
			case Aggregation aggregation -> aggregation.operator().counts() || isNeverZero(aggregation.expression());
			case Binary binary -> isNeverZero(binary);
			case Call call -> isNeverZero(call);
			case VectorSelector selector ->
				selector.metricName() instanceof String metric && SIZES.matcher(metric).matches();
			default -> false;
		};
	}

	private static boolean isNeverZero(Binary binary) {
		BinaryOperator operator = binary.operator();
		if (operator.isComparison() && !binary.returnBool()) {
			Double right = Constants.of(binary.right());
			Double left = Constants.of(binary.left());
			return right != null && excludesZero(operator, right)
					|| left != null && excludesZero(Constants.turned(operator), left);
		}
		return switch (operator) {
			case MULTIPLY -> isNeverZero(binary.left()) && isNeverZero(binary.right());
			case AND, UNLESS -> isNeverZero(binary.left());
			default -> false;
		};
	}

	private static boolean excludesZero(BinaryOperator operator, double bound) {
		return switch (operator) {
			case GREATER -> bound >= 0;
			case GREATER_OR_EQUAL -> bound > 0;
			case LESS -> bound <= 0;
			case LESS_OR_EQUAL -> bound < 0;
			case NOT_EQUAL -> bound == 0;
			case EQUAL -> bound != 0;
			default -> false;
		};
	}

	private static boolean isNeverZero(Call call) {
		return switch (call.function().name()) {
			case "time", "timestamp", "pi" -> true;
			case "clamp_min" -> bound(call, 1) > 0;
			case "clamp_max" -> bound(call, 1) < 0;
			case "clamp" -> bound(call, 1) > 0 || bound(call, 2) < 0;
			default -> false;
		};
	}

	private static double bound(Call call, int index) {
		Double bound = Constants.of(call.arguments().get(index));
		return (bound != null) ? bound : Double.NaN;
	}

}
