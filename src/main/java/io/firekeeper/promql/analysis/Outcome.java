package io.firekeeper.promql.analysis;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an expression gives series: several come from {@code or} and from
 * matchings of such. Together they cover all results.
 *
 * @param expression the part that gives the series: a selector, a number, a call
 * @param labels the labels of the series
 * @param always whether there is a result whatever is scraped
 * @param filtered whether a comparison, {@code and} or {@code unless} keeps only some
 * @param value the value of every sample when it is known, or null
 * @param dead why nothing can come out, or null
 * @param joins the series of other sides that this was matched with
 */
public record Outcome(Expression expression, Labels labels, boolean always, boolean filtered, @Nullable Double value,
		@Nullable Dead dead, List<Join> joins) {

	public Outcome {
		joins = List.copyOf(joins);
	}

	static Outcome of(Expression expression, Labels labels) {
		return new Outcome(expression, labels, false, false, null, null, List.of());
	}

	static Outcome number(Expression expression, @Nullable Double value) {
		return new Outcome(expression, Labels.none(Fate.Reason.NUMBER, expression.range()), true, false, value, null,
				List.of());
	}

	/** The selector that it stems from, or null. */
	public @Nullable VectorSelector selector() {
		return (this.expression instanceof VectorSelector selector) ? selector : null;
	}

	public boolean isDead() {
		return this.dead != null;
	}

	Outcome with(Labels labels) {
		return new Outcome(this.expression, labels, this.always, this.filtered, this.value, this.dead, this.joins);
	}

	Outcome withValue(@Nullable Double value) {
		return new Outcome(this.expression, this.labels, this.always, this.filtered, value, this.dead, this.joins);
	}

	Outcome sometimes() {
		return new Outcome(this.expression, this.labels, false, this.filtered, this.value, this.dead, this.joins);
	}

	Outcome asFiltered() {
		return new Outcome(this.expression, this.labels, false, true, this.value, this.dead, this.joins);
	}

	Outcome asDead(Dead.Reason reason, Range range, String... arguments) {
		return (this.dead != null) ? this : new Outcome(this.expression, this.labels, false, this.filtered, this.value,
				new Dead(reason, range, List.of(arguments)), this.joins);
	}

	Outcome joined(Outcome other, Binary operation) {
		List<Join> more = new ArrayList<>(this.joins);
		more.add(new Join(other, operation));
		return new Outcome(this.expression, this.labels, this.always, this.filtered, this.value, this.dead, more);
	}

	/**
	 * Why nothing can come out.
	 *
	 * @param reason which sort
	 * @param range the part that makes it so
	 * @param arguments the labels and values that it is about
	 */
	public record Dead(Reason reason, Range range, List<String> arguments) {

		public Dead {
			arguments = List.copyOf(arguments);
		}

		/** Which sort. */
		public enum Reason {

			/** A comparison of known values is never true. */
			NEVER_TRUE,

			/**
			 * A label that must be equal is certainly on one side and not on the other.
			 */
			LABEL_ON_ONE_SIDE,

			/** A label that must be equal has different values on the two sides. */
			DIFFERENT_VALUES,

			/** The left side of {@code or} always has a result that hides this. */
			HIDDEN,

			/** The right side of {@code unless} always takes it away. */
			TAKEN_AWAY,

			/** {@code absent} of what is always there. */
			NEVER_ABSENT,

			/** The lower bound of {@code clamp} is above the upper one. */
			BOUNDS_CROSSED

		}

	}

	/**
	 * Series of the other side of a matching.
	 *
	 * @param other the other side
	 * @param operation the operation
	 */
	public record Join(Outcome other, Binary operation) {

	}

}
