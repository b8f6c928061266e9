package io.firekeeper.revisions;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Changes for those who write to them: locked until the transaction ends, and only for
 * who may, and knows what they are now.
 */
@Component
class ChangeAccess {

	private final Changes changes;

	private final DraftRules rules;

	private final ChangeVersions versions;

	private final Withdrawals withdrawals;

	ChangeAccess(Changes changes, DraftRules rules, ChangeVersions versions, Withdrawals withdrawals) {
		this.changes = changes;
		this.rules = rules;
		this.versions = versions;
		this.withdrawals = withdrawals;
	}

	/**
	 * To save or remove an edit, which has a version of its own. Opens a submitted change
	 * again.
	 * @param withdraws the revision that the person knows to withdraw by it, {@code null}
	 * for none
	 * @throws Fault CONFLICT when it would withdraw another one
	 */
	Change forEditing(long number, @Nullable Long withdraws, Actor actor) {
		Change change = locked(number, actor);
		this.withdrawals.requireNamed(change, withdraws);
		this.withdrawals.reopen(change, actor);
		return change;
	}

	/**
	 * To decide about the change as a whole. Opens a submitted change again.
	 * @param version the version that was read
	 * @throws StaleChange when it is no longer the present one
	 */
	Change forDeciding(long number, long version, Actor actor) {
		Change change = forSubmitting(number, version, actor);
		this.withdrawals.reopen(change, actor);
		return change;
	}

	/**
	 * To submit it.
	 * @param version the version that was read
	 * @throws StaleChange when it is no longer the present one
	 */
	Change forSubmitting(long number, long version, Actor actor) {
		Change change = locked(number, actor);
		this.versions.requireCurrent(change, version);
		return change;
	}

	private Change locked(long number, Actor actor) {
		Change change = this.changes.lock(number).orElseThrow(() -> Fault.notFound("revisions.change-unknown", number));
		this.rules.requireWriter(actor, change);
		return change;
	}

}
