package io.firekeeper.promql.analysis;

import java.util.Objects;

import io.firekeeper.promql.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a label of the series that come out.
 *
 * @param certainty whether they have it
 * @param reason why they certainly do not have it, or null
 * @param range the part of the expression that makes it so, or null
 * @param value the one value that it can have, or null
 */
public record Fate(Certainty certainty, @Nullable Reason reason, @Nullable Range range, @Nullable String value) {

	/** Nothing speaks against the label. */
	static final Fate POSSIBLE = new Fate(Certainty.POSSIBLE, null, null, null);

	static Fate present(Range range) {
		return new Fate(Certainty.PRESENT, null, range, null);
	}

	static Fate present(Range range, String value) {
		return new Fate(Certainty.PRESENT, null, range, value);
	}

	static Fate absent(Reason reason, Range range) {
		return new Fate(Certainty.ABSENT, reason, range, null);
	}

	public boolean isPresent() {
		return this.certainty == Certainty.PRESENT;
	}

	public boolean isAbsent() {
		return this.certainty == Certainty.ABSENT;
	}

	/** Whether the label cannot be equal to one of which another fate is known. */
	boolean contradicts(Fate other) {
		return (isPresent() && other.isAbsent()) || (isAbsent() && other.isPresent()) || hasOtherValueThan(other);
	}

	boolean hasOtherValueThan(Fate other) {
		return this.value != null && other.value != null && !this.value.equals(other.value);
	}

	/** Of a label that must be equal on both sides: what either side is sure of. */
	Fate and(Fate other) {
		if (isAbsent() || other.isAbsent()) {
			return isAbsent() ? this : other;
		}
		boolean first = isPresent() && (this.value != null || !other.isPresent());
		return first ? this : other;
	}

	/** Of a label that comes from either side. */
	Fate or(Fate other) {
		if (this.certainty != other.certainty) {
			return POSSIBLE;
		}
		return Objects.equals(this.value, other.value) ? this : new Fate(this.certainty, this.reason, this.range, null);
	}

	/** Whether the series have a label. */
	public enum Certainty {

		/** All have it. */
		PRESENT,

		/** Some may have it. */
		POSSIBLE,

		/** None has it. */
		ABSENT

	}

	/** Why no series has a label. */
	public enum Reason {

		/** A matcher asks for series without it. */
		MATCHER,

		/** An aggregation without grouping takes all labels away. */
		AGGREGATED,

		/** It is not one of {@code by (…)}. */
		NOT_IN_BY,

		/** It is one of {@code without (…)}. */
		IN_WITHOUT,

		/** It is not one of {@code on (…)} of a one-to-one matching. */
		NOT_IN_ON,

		/** It is one of {@code ignoring (…)} of a one-to-one matching. */
		IN_IGNORING,

		/** The one side of a matching lacks it, from which it is taken. */
		NOT_ON_OTHER_SIDE,

		/** {@code absent} gives the labels of equal matchers and no other. */
		NO_EQUAL_MATCHER,

		/** A number has no labels. */
		NUMBER,

		/** The function takes it away. */
		FUNCTION,

		/** What computes gives no metric name. */
		NAME_DROPPED

	}

}
