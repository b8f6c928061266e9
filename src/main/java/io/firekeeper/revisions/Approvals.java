package io.firekeeper.revisions;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.PeopleDirectory;
import io.firekeeper.identity.Permission;

import org.springframework.stereotype.Component;

/**
 * Checks again, before a revision begins, that those who approved it still may.
 */
@Component
class Approvals {

	private final ApprovalRules rules;

	private final PeopleDirectory people;

	Approvals(ApprovalRules rules, PeopleDirectory people) {
		this.rules = rules;
		this.people = people;
	}

	/**
	 * Refuses when an approval no longer counts. A return needs none.
	 * @throws Fault CONFLICT
	 */
	void requireStillValid(Revision revision) {
		long valid = revision.verdicts()
			.stream()
			.filter((verdict) -> verdict.approves(revision.digest()) && stillMay(verdict, revision))
			.count();
		if (revision.returnsTo() == null && valid < this.rules.required()) {
			throw Fault.conflict("revisions.approvals-lost", revision.name());
		}
	}

	private boolean stillMay(Verdict verdict, Revision revision) {
		return revision.teams()
			.stream()
			.noneMatch((team) -> this.people.hasLost(verdict.reviewerId(), Permission.REVISION_APPROVE, team));
	}

}
