package io.firekeeper.revisions;

import org.jspecify.annotations.Nullable;

/**
 * In which tone the states of changes and revisions are shown.
 */
final class RevisionTone {

	private RevisionTone() {
	}

	static String of(RevisionState state) {
		return switch (state) {
			case AWAITING_APPROVAL -> "wait";
			case CHANGES_REQUESTED, ROLLED_BACK -> "warn";
			case WITHDRAWN -> "none";
			case APPROVED, PROVEN -> "ok q";
			case ROLLING_OUT -> "info";
		};
	}

	static String of(ChangeState state, @Nullable RevisionState revision) {
		return (state == ChangeState.SUBMITTED && revision != null) ? of(revision) : "none";
	}

}
