package io.firekeeper.promql.analysis;

import java.util.List;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does to values.
 *
 * @param binary the operation
 */
record Computation(Binary binary) {

	/** The results when at least one side is a number. */
	List<Outcome> withNumber(List<Outcome> left, List<Outcome> right) {
		if (this.binary.type() == ValueType.SCALAR) {
			return List.of(Outcome.number(this.binary, value(left.getFirst().value(), right.getFirst().value())));
		}
		boolean seriesLeft = this.binary.left().type() == ValueType.VECTOR;
		return (seriesLeft ? left : right).stream().map((series) -> {
			Outcome mine = seriesLeft ? series : left.getFirst();
			Outcome other = seriesLeft ? right.getFirst() : series;
			Labels labels = Matchings.keepsName(this.binary) ? series.labels()
					: series.labels().nameless(this.binary.range());
			return computed(series.with(labels), mine, other);
		}).toList();
	}

	/** A result with what its two sides say about its value. */
	Outcome computed(Outcome result, Outcome left, Outcome right) {
		if (!this.binary.operator().isComparison() || this.binary.returnBool()) {
			return result.withValue(value(left.value(), right.value()));
		}
		Double kept = (this.binary.left().type() == ValueType.SCALAR) ? right.value() : left.value();
		if (left.value() == null || right.value() == null) {
			return result.withValue(kept).asFiltered();
		}
		return isTrue(left.value(), right.value()) ? result.withValue(kept)
				: result.withValue(kept)
					.asDead(Outcome.Dead.Reason.NEVER_TRUE, this.binary.range(), Numbers.text(left.value()),
							this.binary.operator().symbol(), Numbers.text(right.value()));
	}

	private @Nullable Double value(@Nullable Double left, @Nullable Double right) {
		if (left == null || right == null) {
			return null;
		}
		if (this.binary.operator().isComparison()) {
			return isTrue(left, right) ? (Double) 1.0 : (Double) 0.0;
		}
		return switch (this.binary.operator()) {
			case ADD -> (Double) (left + right);
			case SUBTRACT -> (Double) (left - right);
			case MULTIPLY -> (Double) (left * right);
			case DIVIDE -> (Double) (left / right);
			case MODULO -> (Double) (left % right);
			case POWER -> (Double) power(left, right);
			case ATAN2 -> (Double) Math.atan2(left, right);
			default -> null;
		};
	}

	/** Go gives 1 where Java gives no number. */
	private static double power(double base, double exponent) {
		return (base == 1 || base == -1 && Double.isInfinite(exponent)) ? 1 : Math.pow(base, exponent);
	}

	private boolean isTrue(double left, double right) {
		BinaryOperator operator = this.binary.operator();
		return switch (operator) {
			case EQUAL -> left == right;
			case NOT_EQUAL -> left != right;
			case GREATER -> left > right;
			case GREATER_OR_EQUAL -> left >= right;
			case LESS -> left < right;
			case LESS_OR_EQUAL -> left <= right;
			default -> throw new IllegalArgumentException(operator + " compares nothing");
		};
	}

}
