package io.firekeeper.promql;

/**
 * What a construct waits for: the innermost one that is open names what was expected, as
 * Prometheus does (the {@code error} productions of its grammar).
 */
enum Expected {

	/** Nothing in particular. */
	NOTHING,

	/** What belongs to an aggregation. */
	AGGREGATION,

	/** The parenthesis before grouping labels. */
	GROUPING,

	/** A label of a grouping. */
	GROUPING_LABEL,

	/** What stands between the labels of a grouping. */
	GROUPING_SEPARATOR,

	/** The length of an offset. */
	OFFSET,

	/** The time of {@code @}. */
	TIMESTAMP,

	/** The length of a window. */
	WINDOW,

	/** What stands behind the length of a window. */
	WINDOW_END,

	/** The step of a subquery. */
	STEP,

	/** The bracket behind a step. */
	STEP_END,

	/** A matcher. */
	MATCHER,

	/** The operator of a matcher. */
	MATCHER_OPERATOR,

	/** The value of a matcher. */
	MATCHER_VALUE,

	/** What stands between matchers. */
	MATCHER_SEPARATOR

}
