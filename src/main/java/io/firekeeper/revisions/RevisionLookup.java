package io.firekeeper.revisions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.faults.Fault;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.web.FileDiff;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads revisions for pages and REST.
 */
@Service
class RevisionLookup {

	private final StoredRevisions revisions;

	private final Changes changes;

	private final FrozenBundles frozen;

	private final Freezer freezer;

	private final Bases bases;

	private final Policies policies;

	private final ApprovalRules approvals;

	RevisionLookup(StoredRevisions revisions, Changes changes, FrozenBundles frozen, Freezer freezer, Bases bases,
			Policies policies, ApprovalRules approvals) {
		this.revisions = revisions;
		this.changes = changes;
		this.frozen = frozen;
		this.freezer = freezer;
		this.bases = bases;
		this.policies = policies;
		this.approvals = approvals;
	}

	@Transactional(readOnly = true)
	public RevisionView get(long number) {
		Revision revision = existing(number);
		List<FrozenReplica> replicas = this.frozen.replicas(number);
		return new RevisionView(revision.summary(),
				replicas.stream().map(FrozenReplica::cluster).distinct().sorted().toList(), replicas,
				revision.verdicts().stream().map(RevisionView.VerdictView::of).toList(), revision.approvals(),
				this.approvals.required(), this.freezer.risk(number), this.freezer.findings(number), revision.authors(),
				revision.isPending() && this.bases.moved(revision),
				revision.policies().stream().sorted(Comparator.comparing(PolicyStep::policy)).toList(),
				revision.returnsTo(), revision.reason(), changeVersion(revision));
	}

	private @Nullable Long changeVersion(Revision revision) {
		return Optional.ofNullable(revision.changeNumber())
			.flatMap(this.changes::findByNumber)
			.map(Change::version)
			.orElse(null);
	}

	/** The rendered differences, the same ones once. */
	@Transactional(readOnly = true)
	public List<DiffGroup> rendered(long number) {
		existing(number);
		DiffGroups groups = new DiffGroups();
		this.frozen.replicas(number)
			.forEach((replica) -> groups.add(replica.replica(), this.frozen.bundle(replica.before()),
					this.frozen.bundle(replica.after())));
		return groups.list();
	}

	/** The differences of the policies' texts. */
	@Transactional(readOnly = true)
	public List<FileDiff> source(long number) {
		return existing(number).policies()
			.stream()
			.sorted(Comparator.comparing(PolicyStep::policy))
			.map((step) -> FileDiffs.of(step.policy(), text(step, step.baseNumber()), text(step, step.number())))
			.toList();
	}

	/** A page of one replica's file, from a line of its difference. */
	@Transactional(readOnly = true)
	public DiffPage page(long number, String replica, String path, int from) {
		FrozenReplica found = replica(number, replica);
		String before = this.frozen.bundle(found.before()).files().getOrDefault(path, "");
		String after = this.frozen.bundle(found.after()).files().getOrDefault(path, "");
		int next = from + FileDiffs.PAGE;
		return new DiffPage(FileDiffs.page(path, before, after, from), replica,
				(next < FileDiffs.length(before, after)) ? next : 0);
	}

	/** The files that a replica gets. */
	@Transactional(readOnly = true)
	public Bundle bundle(long number, String replica) {
		return this.frozen.bundle(replica(number, replica).after());
	}

	private FrozenReplica replica(long number, String replica) {
		return this.frozen.replicas(number)
			.stream()
			.filter((candidate) -> candidate.replica().equals(replica))
			.findFirst()
			.orElseThrow(() -> Fault.notFound("revisions.replica-not-affected", "r" + number, replica));
	}

	private String text(PolicyStep step, int number) {
		return this.policies.version(step.policyId(), number).map(PolicyVersion::text).orElse("");
	}

	private Revision existing(long number) {
		return this.revisions.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("revisions.revision-unknown", "r" + number));
	}

	/**
	 * A part of a large difference.
	 *
	 * @param file the part
	 * @param replica the replica whose file it is
	 * @param next the line it goes on from, 0 at the end
	 */
	record DiffPage(FileDiff file, String replica, int next) {
	}

}
