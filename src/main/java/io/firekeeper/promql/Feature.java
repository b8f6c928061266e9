package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/**
 * A part of the language that a release knows only when it is switched on with
 * {@code --enable-feature} (prometheus/prometheus {@code cmd/prometheus/main.go}).
 */
public enum Feature {

	/** Functions and aggregations marked experimental. */
	PROMQL_EXPERIMENTAL_FUNCTIONS("promql-experimental-functions", new Release(2, 49), null),

	/**
	 * Arithmetic in windows and offsets, such as {@code x[5m * 2]}; always on since 3.14.
	 */
	DURATION_EXPRESSIONS("promql-duration-expr", new Release(3, 4), new Release(3, 14)),

	/** {@code anchored} and {@code smoothed}. */
	EXTENDED_RANGE_SELECTORS("promql-extended-range-selectors", new Release(3, 7), null),

	/** {@code fill}, {@code fill_left} and {@code fill_right}. */
	FILL_MODIFIERS("promql-binop-fill-modifiers", new Release(3, 10), null);

	private final String flag;

	private final Release since;

	private final @Nullable Release standardSince;

	Feature(String flag, Release since, @Nullable Release standardSince) {
		this.flag = flag;
		this.since = since;
		this.standardSince = standardSince;
	}

	/** Its name in {@code --enable-feature}. */
	public String flag() {
		return this.flag;
	}

	/** The first release that has it. */
	public Release since() {
		return this.since;
	}

	/** Whether the release has it without being asked. */
	public boolean isStandardIn(Release release) {
		return this.standardSince != null && release.isAtLeast(this.standardSince);
	}

}
