package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/**
 * A length of time: a window, a step or an offset. Mostly a literal; since 3.4 also
 * arithmetic ({@link Feature#DURATION_EXPRESSIONS}).
 */
public sealed interface DurationExpression {

	/** Where it stands. */
	Range range();

	/**
	 * A fixed length.
	 *
	 * @param seconds its length; an offset may be negative
	 * @param duration whether it is written as a duration, such as {@code 5m}, and not as
	 * a number of seconds (since 2.54)
	 * @param range where
	 */
	record Literal(double seconds, boolean duration, Range range) implements DurationExpression {

		private static final double NANOSECONDS = 1e9;

		/** Its length in nanoseconds, rounded as Prometheus does. */
		public long nanoseconds() {
			return Math.round(this.seconds * NANOSECONDS);
		}

		/** Its length in whole milliseconds; Prometheus prints no more. */
		public long milliseconds() {
			return nanoseconds() / 1_000_000;
		}

	}

	/**
	 * Two lengths combined.
	 *
	 * @param operator how
	 * @param left the left length
	 * @param right the right length
	 * @param parenthesized whether it stands in parentheses
	 * @param range where
	 */
	record Operation(DurationOperator operator, DurationExpression left, DurationExpression right,
			boolean parenthesized, Range range) implements DurationExpression {
	}

	/**
	 * A length with a minus before it.
	 *
	 * @param operand the length
	 * @param parenthesized whether it stands in parentheses
	 * @param range where
	 */
	record Negation(DurationExpression operand, boolean parenthesized, Range range) implements DurationExpression {
	}

	/**
	 * {@code step()} or {@code range()}: a length that the query gives (since 3.6 and
	 * 3.8).
	 *
	 * @param kind which
	 * @param parenthesized whether it stands in parentheses
	 * @param range where
	 */
	record QueryValue(Kind kind, boolean parenthesized, Range range) implements DurationExpression {

		/** Which length. */
		public enum Kind {

			/** The resolution step of a range query; 0 for an instant query. */
			STEP,

			/** The time from the start to the end of a range query. */
			RANGE

		}

	}

	/**
	 * The greater or the smaller of two lengths: {@code max_of(…)}, {@code min_of(…)}
	 * ({@code max}, {@code min} before 3.13).
	 *
	 * @param maximum whether the greater counts
	 * @param left the left length
	 * @param right the right length
	 * @param parenthesized whether it stands in parentheses
	 * @param range where
	 */
	record Extremum(boolean maximum, DurationExpression left, DurationExpression right, boolean parenthesized,
			Range range) implements DurationExpression {
	}

	/** The length in milliseconds when it does not depend on the query, or null. */
	default @Nullable Long fixedMilliseconds() {
		return (this instanceof Literal literal) ? (Long) literal.milliseconds() : null;
	}

}
