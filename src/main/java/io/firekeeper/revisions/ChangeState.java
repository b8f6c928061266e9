package io.firekeeper.revisions;

/**
 * Where a change stands.
 */
enum ChangeState {

	/** Being edited. */
	OPEN,

	/** Frozen as a revision. */
	SUBMITTED,

	/** Given up by a person. */
	ABANDONED

}
