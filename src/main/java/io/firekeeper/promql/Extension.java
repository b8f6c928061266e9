package io.firekeeper.promql;

/** How a selector fills the borders of its window (since 3.7, experimental). */
public enum Extension {

	/** {@code anchored}: with the last sample before the window. */
	ANCHORED,

	/** {@code smoothed}: interpolated at both borders. */
	SMOOTHED

}
