package io.firekeeper.revisions;

import java.util.List;
import java.util.Optional;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.revisions.text.Merge;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and edits changes. Writing to a submitted change withdraws its revision first, so
 * that nothing that was approved can differ from what was read.
 */
@Service
class Drafts {

	private final Changes changes;

	private final EditTexts texts;

	private final DraftRules rules;

	private final Policies policies;

	private final ChangeAccess access;

	private final ChangeJournal journal;

	Drafts(Changes changes, EditTexts texts, DraftRules rules, Policies policies, ChangeAccess access,
			ChangeJournal journal) {
		this.changes = changes;
		this.texts = texts;
		this.rules = rules;
		this.policies = policies;
		this.access = access;
		this.journal = journal;
	}

	/** Opens a change with its first edits. */
	@Transactional
	public long open(String title, List<Draft> drafts, Actor actor) {
		Change change = new Change(this.changes.nextNumber(), title, actor, this.journal.now());
		this.changes.saveAndFlush(change);
		this.journal.changed(change, actor, "revisions.change-opened", null, title);
		drafts.forEach((draft) -> add(change, draft, actor));
		return change.number();
	}

	/**
	 * Saves what a person wrote.
	 * @param version the version of the edit that was read; 0 when there was none
	 * @param withdraws the revision that the person knows to withdraw by it, {@code null}
	 * for none
	 * @throws StaleEdit when somebody else saved in between
	 */
	@Transactional
	public SavedEdit save(long number, Draft draft, long version, @Nullable Long withdraws, Actor actor) {
		Change change = this.access.forEditing(number, withdraws, actor);
		long before = change.version();
		ChangeView.EditView edit = save(change, draft, version, actor);
		return new SavedEdit(edit, before, change.version());
	}

	private ChangeView.EditView save(Change change, Draft draft, long version, Actor actor) {
		Optional<Edit> found = change.edit(draft.policy());
		if (found.isEmpty()) {
			requireFresh(draft, version);
			return ChangeView.EditView.of(add(change, draft, actor));
		}
		Edit edit = found.get();
		if (edit.version() != version) {
			throw new StaleEdit(sides(edit, draft, version));
		}
		this.rules.requireKeepable(actor, draft.policy(), draft.text());
		change.rewrite(edit, draft.text(), draft.baseNumber(), actor, this.journal.now());
		kept(change, edit, actor);
		return ChangeView.EditView.of(edit);
	}

	/** Takes a policy out of a change. */
	@Transactional
	public void remove(long number, String policy, long version, @Nullable Long withdraws, Actor actor) {
		Change change = this.access.forEditing(number, withdraws, actor);
		Edit edit = change.edit(policy).orElseThrow(() -> Fault.notFound("revisions.edit-unknown", policy, number));
		if (edit.version() != version) {
			throw new StaleEdit(sides(edit, new Draft(policy, edit.text(), edit.baseNumber()), version));
		}
		this.rules.requireKeepable(actor, policy, edit.text());
		change.remove(edit, actor, this.journal.now());
		this.journal.changed(change, actor, "revisions.edit-removed", policy, null);
	}

	/**
	 * Gives a change another title. Like everything that is decided about a change as a
	 * whole it holds for the version that was read.
	 * @throws StaleChange when that is no longer the present one
	 */
	@Transactional
	public void rename(long number, long version, String title, Actor actor) {
		Change change = this.access.forDeciding(number, version, actor);
		String before = change.title();
		change.rename(title, actor, this.journal.now());
		this.journal.changed(change, actor, "revisions.change-renamed", before, change.title());
	}

	/**
	 * Opens a submitted change for editing; withdraws its revision if it still stands.
	 */
	@Transactional
	public void reopen(long number, long version, Actor actor) {
		this.access.forDeciding(number, version, actor);
	}

	@Transactional
	public void abandon(long number, long version, Actor actor) {
		Change change = this.access.forDeciding(number, version, actor);
		change.abandon(this.journal.now());
		this.journal.changed(change, actor, "revisions.change-abandoned", null, null);
	}

	/**
	 * Puts the edits onto what became current since they began. Edits that touch the same
	 * lines stay as they are; a person has to put them together.
	 */
	@Transactional
	public void rebase(long number, long version, Actor actor) {
		Change change = this.access.forDeciding(number, version, actor);
		for (Edit edit : change.edits()) {
			StaleEdit.Sides sides = rebasing(edit);
			boolean moved = sides.theirNumber() != edit.baseNumber();
			if (moved && sides.merge() instanceof Merge.Clean merged) {
				change.rewrite(edit, merged.text(), sides.theirNumber(), actor, this.journal.now());
				kept(change, edit, actor);
			}
		}
		this.journal.changed(change, actor, "revisions.change-rebased", null, null);
	}

	/** An edit against what is current now. */
	@Transactional(readOnly = true)
	public StaleEdit.Sides rebasing(long number, String policy) {
		return this.changes.findByNumber(number)
			.flatMap((change) -> change.edit(policy))
			.map(this::rebasing)
			.orElseThrow(() -> Fault.notFound("revisions.edit-unknown", policy, number));
	}

	private StaleEdit.Sides rebasing(Edit edit) {
		Optional<PolicyVersion> current = this.policies.current(edit.policy());
		return new StaleEdit.Sides(edit.policy(), textOf(edit.policy(), edit.baseNumber()).orElse(null),
				current.map(PolicyVersion::text).orElse(null), edit.text(),
				current.map(PolicyVersion::author).orElse("-"), edit.version(),
				current.map(PolicyVersion::number).orElse(0));
	}

	private Edit add(Change change, Draft draft, Actor actor) {
		this.rules.requireKeepable(actor, draft.policy(), draft.text());
		if (change.edit(draft.policy()).isPresent()) {
			throw Fault.invalid("revisions.policy-twice", draft.policy());
		}
		Edit edit = change.add(draft, actor, this.journal.now());
		kept(change, edit, actor);
		return edit;
	}

	private void kept(Change change, Edit edit, Actor actor) {
		this.changes.saveAndFlush(change);
		this.texts.keep(edit);
		this.journal.saved(change, edit, actor);
	}

	private StaleEdit.Sides sides(Edit edit, Draft mine, long version) {
		String base = this.texts.at(edit, version).or(() -> textOf(edit.policy(), edit.baseNumber())).orElse(null);
		return new StaleEdit.Sides(edit.policy(), base, edit.text(), mine.text(), edit.updatedBy(), edit.version(),
				edit.baseNumber());
	}

	/** A new edit must start from what is current, unless the policy moved on. */
	private void requireFresh(Draft draft, long version) {
		Optional<PolicyVersion> current = this.policies.current(draft.policy());
		int number = current.map(PolicyVersion::number).orElse(0);
		if (version != 0 || draft.baseNumber() != number) {
			String base = textOf(draft.policy(), draft.baseNumber()).orElse(null);
			throw new StaleEdit(new StaleEdit.Sides(draft.policy(), base, current.map(PolicyVersion::text).orElse(null),
					draft.text(), current.map(PolicyVersion::author).orElse("-"), 0, number));
		}
	}

	private Optional<String> textOf(String policy, int number) {
		return this.policies.version(policy, number).map(PolicyVersion::text);
	}

}
