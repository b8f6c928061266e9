package io.firekeeper.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A revision for the REST API.
 *
 * @param number such as 418 for r418
 * @param title what it is for
 * @param author who submitted it
 * @param state where it stands
 * @param digest what an approval binds to
 * @param createdAt when it was submitted
 * @param change the change it came from, {@code null} for a return
 * @param returnsTo the revision it returns to, {@code null} for none
 * @param reason why it returns, was rolled back or broke the glass
 * @param baseMoved whether it was overtaken and needs a rebase
 * @param approvals how many people approved
 * @param required how many must
 * @param verdicts what reviewers said
 * @param teams the teams whose policies it moves
 * @param clusters the clusters it changes
 * @param replicas what it does to replicas
 * @param policies how it moves policies
 * @param risk what is risky about it, in words
 * @param findings what the checks said
 */
record RevisionDocument(long number, String title, String author, RevisionState state, String digest, Instant createdAt,
		@Nullable Long change, @Nullable Long returnsTo, @Nullable String reason, boolean baseMoved, int approvals,
		int required, List<RevisionView.VerdictView> verdicts, Set<String> teams, List<String> clusters,
		List<ReplicaDigest> replicas, List<PolicyMove> policies, List<String> risk, List<RemarkDocument> findings) {

	static RevisionDocument of(RevisionView view, RemarkTexts texts) {
		RevisionSummary summary = view.summary();
		return new RevisionDocument(summary.number(), summary.title(), summary.author(), summary.state(),
				summary.digest().hex(), summary.createdAt(), summary.changeNumber(), view.returnsTo(), view.reason(),
				view.baseMoved(), view.approvals(), view.required(), view.verdicts(), summary.teams(), view.clusters(),
				view.replicas().stream().map(ReplicaDigest::of).toList(),
				view.policies().stream().map(PolicyMove::of).toList(), view.risk().stream().map(texts::of).toList(),
				texts.documents(view.findings().stream().map(Remark::of).toList()));
	}

	/**
	 * What it does to a replica.
	 *
	 * @param replica its name
	 * @param cluster its cluster
	 * @param before the digest of its files before
	 * @param after the digest of its files after
	 */
	record ReplicaDigest(String replica, String cluster, String before, String after) {

		static ReplicaDigest of(FrozenReplica replica) {
			return new ReplicaDigest(replica.replica(), replica.cluster(), replica.before().hex(),
					replica.after().hex());
		}

	}

	/**
	 * How it moves a policy.
	 *
	 * @param policy its name
	 * @param from the version before, 0 for none
	 * @param to the version after, 0 for none
	 */
	record PolicyMove(String policy, int from, int to) {

		static PolicyMove of(PolicyStep step) {
			return new PolicyMove(step.policy(), step.baseNumber(), step.number());
		}

	}

}
