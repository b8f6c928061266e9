package io.firekeeper.revisions;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.revisions.text.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A save that was based on an older version of the edit. Carries all three texts, so that
 * nothing is lost.
 */
class StaleEdit extends Fault {

	private static final long serialVersionUID = 1L;

	private final transient Sides sides;

	StaleEdit(Sides sides) {
		super(FaultKind.STALE, Message.of("revisions.edit-stale", sides.policy(), sides.theirName()));
		this.sides = sides;
	}

	Sides sides() {
		return this.sides;
	}

	/**
	 * The three sides of a conflict. A {@code null} text deletes the policy, or says that
	 * it is not there.
	 *
	 * @param policy the policy
	 * @param base what both started from
	 * @param theirs what is stored
	 * @param mine what the person wants
	 * @param theirName who stored it
	 * @param theirVersion the version to base the next save on
	 * @param theirNumber the policy version that theirs is based on, or is
	 */
	record Sides(String policy, @Nullable String base, @Nullable String theirs, @Nullable String mine, String theirName,
			long theirVersion, int theirNumber) {

		/** Both edits in one, when they do not touch each other. */
		Merge merge() {
			if (this.theirs == null || this.mine == null) {
				return new Merge.Conflict();
			}
			return Merge.of((this.base != null) ? this.base : "", this.theirs, this.mine);
		}

	}

}
