package io.firekeeper.revisions;

import io.firekeeper.identity.Actor;

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
	 * @throws io.firekeeper.faults.Fault CONFLICT once the revision is delivered
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

	private void withdraw(Revision revision, Actor actor) {
		if (revision.state() == RevisionState.ROLLED_BACK) {
			return;
		}
		RevisionState before = revision.state();
		revision.withdraw();
		this.journal.changed(revision, actor, "revisions.revision-withdrawn", before, null);
	}

}
