package io.firekeeper.promql;

/**
 * What a dialect's lexer and parser do differently from those of other releases
 * (prometheus/prometheus {@code promql/parser}, v2.40.0 to v3.14.0).
 */
final class Grammar {

	private final Dialect dialect;

	private final int level;

	Grammar(Dialect dialect) {
		this.dialect = dialect;
		this.level = dialect.release().major() * 1000 + dialect.release().minor();
	}

	Dialect dialect() {
		return this.dialect;
	}

	boolean has(Feature feature) {
		return this.dialect.has(feature);
	}

	/**
	 * Numbers stand for seconds and durations for numbers; digits may have underscores.
	 */
	boolean mixesNumbersAndDurations() {
		return this.level >= 2054;
	}

	/** A literal window of zero is refused whether it is a number or a duration. */
	boolean refusesEmptyWindows() {
		return hasDurationExpressions();
	}

	boolean hasQuotedNames() {
		return this.level >= 2051;
	}

	/** A regular expression without special characters may even be no text. */
	boolean takesAnyPlainRegex() {
		return this.level >= 2052;
	}

	boolean hasQuotedGroupingLabels() {
		return this.level >= 2055;
	}

	/** Label names may be any text (in 2.55 only with a setting of its own). */
	boolean hasAnyLabelNames() {
		return this.level >= 3000;
	}

	/** Arithmetic in windows and offsets is parsed, whether it is switched on or not. */
	boolean hasDurationExpressions() {
		return this.level >= 3004;
	}

	/** A literal offset ends at once, whatever operator follows. */
	boolean endsOffsetAtLiteral() {
		return this.level >= 3005;
	}

	/** Ends of calls are found by counting parentheses. */
	boolean countsParentheses() {
		return this.level >= 3005 && this.level < 3007;
	}

	boolean hasStep() {
		return this.level >= 3006;
	}

	/**
	 * Values of the query in durations are refused unless duration expressions are on.
	 */
	boolean asksForQueryValues() {
		return this.level >= 3012;
	}

	/** {@code min_of} and {@code max_of}; before, {@code min} and {@code max}. */
	boolean hasNamedExtremum() {
		return this.level >= 3013;
	}

	/** {@code anchored} and {@code smoothed} may also be names. */
	boolean allowsExtensionsAsNames() {
		return this.level >= 3008;
	}

	boolean hasTrim() {
		return this.level >= 3011;
	}

	/** {@code start()}, {@code end()}, {@code step()}, {@code range()} as functions. */
	boolean hasQueryFunctions() {
		return this.level >= 3012;
	}

	boolean has(TokenType keyword) {
		return this.level >= keyword.since();
	}

	/** Durations are rounded to nanoseconds; before, cut to milliseconds. */
	boolean roundsDurations() {
		return this.level >= 3005;
	}

}
