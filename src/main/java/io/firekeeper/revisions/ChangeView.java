package io.firekeeper.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change as pages and REST show it.
 *
 * @param number stands in its URL
 * @param title what it is for
 * @param author who opened it
 * @param authorId who opened it
 * @param state where it stands
 * @param createdAt when it was opened
 * @param updatedAt when it was last written to
 * @param version for optimistic locking
 * @param edits by policy name
 * @param revision the number of its latest revision, {@code null} before the first
 * @param revisionState where that revision stands
 */
record ChangeView(long number, String title, String author, UUID authorId, ChangeState state, Instant createdAt,
		Instant updatedAt, long version, List<EditView> edits, @Nullable Long revision,
		@Nullable RevisionState revisionState) {

	static ChangeView of(Change change, @Nullable Revision revision) {
		return new ChangeView(change.number(), change.title(), change.author(), change.authorId(), change.state(),
				change.createdAt(), change.updatedAt(), change.version(),
				change.edits().stream().map(EditView::of).toList(), (revision != null) ? revision.number() : null,
				(revision != null) ? revision.state() : null);
	}

	Optional<EditView> edit(String policy) {
		return this.edits.stream().filter((edit) -> edit.policy().equals(policy)).findFirst();
	}

	/** The tone that its state is shown in. */
	public String tone() {
		return RevisionTone.of(this.state, this.revisionState);
	}

	/** The message key of the word for its state. */
	public String stateKey() {
		Enum<?> shown = (this.state == ChangeState.SUBMITTED)
				? Objects.requireNonNullElse(this.revisionState, this.state) : this.state;
		return "revisions.state." + shown.name().toLowerCase(Locale.ROOT);
	}

	/** Whether writing to it withdraws a revision. */
	public boolean isWithdrawing() {
		return this.state == ChangeState.SUBMITTED && (this.revisionState == RevisionState.AWAITING_APPROVAL
				|| this.revisionState == RevisionState.CHANGES_REQUESTED
				|| this.revisionState == RevisionState.APPROVED);
	}

	/** Whether its text may be written to, even if that withdraws a revision. */
	public boolean isEditable() {
		return this.state == ChangeState.OPEN || (this.state == ChangeState.SUBMITTED
				&& this.revisionState != RevisionState.ROLLING_OUT && this.revisionState != RevisionState.PROVEN);
	}

	/**
	 * An edit as pages and REST show it.
	 *
	 * @param policy the policy
	 * @param kind what it does
	 * @param text verbatim; {@code null} deletes the policy
	 * @param baseVersion the policy version it is based on, 0 for a new policy
	 * @param version counts its saves
	 * @param updatedBy who saved last
	 * @param updatedAt when
	 */
	record EditView(String policy, EditKind kind, @Nullable String text, int baseVersion, long version,
			String updatedBy, Instant updatedAt) {

		static EditView of(Edit edit) {
			return new EditView(edit.policy(), edit.kind(), edit.text(), edit.baseNumber(), edit.version(),
					edit.updatedBy(), edit.updatedAt());
		}

	}

}
