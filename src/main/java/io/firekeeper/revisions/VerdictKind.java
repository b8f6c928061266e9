package io.firekeeper.revisions;

/**
 * What a reviewer said.
 */
enum VerdictKind {

	APPROVED, CHANGES_REQUESTED

}
