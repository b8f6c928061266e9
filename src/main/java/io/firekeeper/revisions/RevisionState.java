package io.firekeeper.revisions;

/**
 * Where a revision stands.
 */
public enum RevisionState {

	/** Submitted; approvals are missing. */
	AWAITING_APPROVAL,

	/** A reviewer asked for changes. */
	CHANGES_REQUESTED,

	/** Its author took it back or edited the change again. */
	WITHDRAWN,

	/** Approved; may be rolled out while its base holds. */
	APPROVED,

	/** Being delivered; its clusters' heads point to it. */
	ROLLING_OUT,

	/** Proven on every replica. */
	PROVEN,

	/** Taken back by its rollout or by a person. */
	ROLLED_BACK

}
