package io.firekeeper.promql;

/** The {@code @} modifier: the time at which a selector looks. */
public sealed interface At {

	/**
	 * A fixed time.
	 *
	 * @param milliseconds since 1970 (UTC); may be negative
	 */
	record Timestamp(long milliseconds) implements At {
	}

	/** A border of the query's time range. */
	enum Border implements At {

		/** {@code @ start()}. */
		START,

		/** {@code @ end()}. */
		END

	}

}
