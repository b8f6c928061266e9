package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes changes as revisions.
 */
@Service
class Submissions {

	private final StoredRevisions revisions;

	private final ChangeAccess access;

	private final DraftRules rules;

	private final Previews previews;

	private final Policies policies;

	private final Freezer freezer;

	private final ChangeJournal journal;

	Submissions(StoredRevisions revisions, ChangeAccess access, DraftRules rules, Previews previews, Policies policies,
			Freezer freezer, ChangeJournal journal) {
		this.revisions = revisions;
		this.access = access;
		this.rules = rules;
		this.previews = previews;
		this.policies = policies;
		this.freezer = freezer;
		this.journal = journal;
	}

	/**
	 * Makes a revision of a change as it was read.
	 * @param version the version of the change that was read
	 * @throws StaleChange when somebody wrote to it since
	 * @throws Fault INVALID with every problem when an edited policy has errors, CONFLICT
	 * when it would change nothing or a policy moved on, FORBIDDEN out of scope
	 */
	@Transactional
	public RevisionSummary submit(long number, long version, Actor actor) {
		Change change = this.access.forSubmitting(number, version, actor);
		change.submit(this.journal.now());
		change.edits().forEach((edit) -> this.rules.requireDeliverable(actor, edit.policy(), edit.text()));
		Preview preview = this.previews.of(change);
		requireSubmittable(change, preview);
		Revision revision = freeze(change, preview.effect(), actor);
		this.journal.changed(change, actor, "revisions.change-submitted", null, revision.name());
		this.journal.changed(revision, actor, "revisions.revision-submitted", null, null);
		return revision.summary();
	}

	private static void requireSubmittable(Change change, Preview preview) {
		preview.edits().stream().filter(EditPreview::isOutdated).findFirst().ifPresent((edit) -> {
			throw Fault.conflict("revisions.policy-moved", edit.policy(), edit.baseNumber(), edit.currentNumber());
		});
		if (preview.isBlocked()) {
			throw new Fault(FaultKind.INVALID, Message.of("revisions.submit-blocked", change.number()),
					preview.errors());
		}
		if (preview.effect().replicas().isEmpty()) {
			throw Fault.conflict("revisions.nothing-would-change");
		}
	}

	private Revision freeze(Change change, Effect effect, Actor actor) {
		long number = this.revisions.nextNumber();
		Map<UUID, Integer> current = this.policies.currentNumbers();
		Map<String, Integer> numbers = this.policies.append(actor, number, texts(change));
		List<PolicyStep> steps = new ArrayList<>();
		Set<String> teams = new TreeSet<>();
		for (Edit edit : change.edits()) {
			PolicyVersion version = this.policies.version(edit.policy(), numbers.getOrDefault(edit.policy(), 0))
				.orElseThrow();
			int base = (edit.baseNumber() > 0) ? edit.baseNumber() : deletedNumber(current, version);
			steps.add(new PolicyStep(version.policyId(), version.name(), base, version.number()));
			teams.add(version.team());
		}
		Revision revision = Revision.of(number, change, actor,
				new Revision.Contents(effect.digest(), effect.stamp(), teams, effect.clusters(), steps),
				this.journal.now());
		this.freezer.freeze(revision, effect);
		return revision;
	}

	/**
	 * A policy that was deleted and comes back has a current version, the one that
	 * deleted it.
	 */
	private static int deletedNumber(Map<UUID, Integer> current, PolicyVersion version) {
		return current.getOrDefault(version.policyId(), 0);
	}

	private static Map<String, @Nullable String> texts(Change change) {
		Map<String, @Nullable String> texts = new TreeMap<>();
		change.edits().forEach((edit) -> texts.put(edit.policy(), edit.text()));
		return texts;
	}

}
