package io.firekeeper.revisions;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes revisions back, so that their change can be edited again.
 */
@Component
class Withdrawals {

	private final StoredRevisions revisions;

	private final ChangeJournal journal;

	Withdrawals(StoredRevisions revisions, ChangeJournal journal) {
		this.revisions = revisions;
		this.journal = journal;
	}

	/**
	 * Opens a submitted change again and withdraws its revision with all approvals.
	 * @throws Fault CONFLICT once the revision is delivered
	 */
	void reopen(Change change, Actor actor) {
		if (change.state() != ChangeState.SUBMITTED) {
			return;
		}
		this.revisions.findFirstByChangeNumberOrderByNumberDesc(change.number())
			.map(Revision::number)
			.flatMap(this.revisions::lock)
			.ifPresent((revision) -> withdraw(revision, actor));
		change.reopen(this.journal.now());
		this.journal.changed(change, actor, "revisions.change-reopened", null, null);
	}

	/**
	 * Refuses to withdraw a revision that the person did not name: it was submitted, and
	 * maybe approved, since the change was read.
	 * @throws Fault CONFLICT
	 */
	void requireNamed(Change change, @Nullable Long withdraws) {
		if (change.state() != ChangeState.SUBMITTED) {
			return;
		}
		this.revisions.findFirstByChangeNumberOrderByNumberDesc(change.number())
			.filter(Revision::isPending)
			.filter((revision) -> withdraws == null || withdraws != revision.number())
			.ifPresent((revision) -> {
				throw Fault.conflict("revisions.withdraws-unnamed", change.number(), revision.name(),
						revision.number());
			});
	}

	private void withdraw(Revision revision, Actor actor) {
		if (revision.state() == RevisionState.ROLLED_BACK) {
			return;
		}
		RevisionState before = revision.state();
		revision.withdraw();
		this.journal.changed(revision, actor, "revisions.revision-withdrawn", before, null);
	}

}
