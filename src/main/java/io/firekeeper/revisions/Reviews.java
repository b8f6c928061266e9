package io.firekeeper.revisions;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reviewers and authors do with a revision.
 */
@Service
class Reviews {

	private final StoredRevisions revisions;

	private final Changes changes;

	private final DraftRules rules;

	private final Withdrawals withdrawals;

	private final Bases bases;

	private final ApprovalRules approvals;

	private final ChangeJournal journal;

	Reviews(StoredRevisions revisions, Changes changes, DraftRules rules, Withdrawals withdrawals, Bases bases,
			ApprovalRules approvals, ChangeJournal journal) {
		this.revisions = revisions;
		this.changes = changes;
		this.rules = rules;
		this.withdrawals = withdrawals;
		this.bases = bases;
		this.approvals = approvals;
		this.journal = journal;
	}

	/**
	 * Approves exactly what was read.
	 * @param reviewed the digest that was shown
	 * @throws Fault CONFLICT when it is another one, the state does not allow it or the
	 * base moved; FORBIDDEN for its authors
	 */
	@Transactional
	public RevisionSummary approve(long number, Digest reviewed, String comment, Actor reviewer) {
		Revision revision = reviewable(number, reviewer);
		RevisionState before = revision.state();
		revision.approve(reviewer, reviewed, comment.strip(), this.approvals.required(), this.journal.now());
		this.bases.requireHolds(revision);
		this.journal.changed(revision, reviewer, "revisions.revision-approved", before, comment);
		return revision.summary();
	}

	/**
	 * Asks the author for changes and says which.
	 * @param reviewed the digest that was shown
	 */
	@Transactional
	public RevisionSummary requestChanges(long number, Digest reviewed, String comment, Actor reviewer) {
		Revision revision = reviewable(number, reviewer);
		RevisionState before = revision.state();
		revision.requestChanges(reviewer, reviewed, comment, this.journal.now());
		this.journal.changed(revision, reviewer, "revisions.changes-requested", before, comment);
		return revision.summary();
	}

	/**
	 * Takes a revision back and opens its change for editing.
	 * @param read the digest that was shown
	 */
	@Transactional
	public void withdraw(long number, Digest read, Actor actor) {
		Revision shown = existing(number);
		shown.requireRead(read);
		Long changeNumber = shown.changeNumber();
		if (changeNumber != null) {
			reopen(changeNumber, number, actor);
			return;
		}
		Revision revision = locked(number);
		revision.teams().forEach((team) -> actor.require(Permission.ROLLOUT_OPERATE, team));
		RevisionState before = revision.state();
		revision.withdraw();
		this.journal.changed(revision, actor, "revisions.revision-withdrawn", before, null);
	}

	private void reopen(long changeNumber, long number, Actor actor) {
		Change change = this.changes.lock(changeNumber).orElseThrow();
		this.rules.requireWriter(actor, change);
		locked(number).requirePending();
		this.withdrawals.reopen(change, actor);
	}

	private Revision reviewable(long number, Actor reviewer) {
		Revision revision = locked(number);
		revision.teams().forEach((team) -> reviewer.require(Permission.REVISION_APPROVE, team));
		return revision;
	}

	private Revision existing(long number) {
		return this.revisions.findByNumber(number).orElseThrow(() -> unknown(number));
	}

	private Revision locked(long number) {
		return this.revisions.lock(number).orElseThrow(() -> unknown(number));
	}

	private static Fault unknown(long number) {
		return Fault.notFound("revisions.revision-unknown", "r" + number);
	}

}
