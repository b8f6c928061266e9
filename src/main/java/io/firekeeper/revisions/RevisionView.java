package io.firekeeper.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.checks.Finding;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * A revision with what its review shows.
 *
 * @param summary what other modules see
 * @param clusters the names of the clusters it changes
 * @param replicas what it does to replicas, by name
 * @param verdicts what reviewers said, in order
 * @param approvals how many people approved
 * @param required how many must
 * @param risk what is risky about it
 * @param findings what the checks said
 * @param authors everybody who wrote in it; none of them may approve
 * @param baseMoved whether it was overtaken and needs a rebase
 * @param policies how it moves policies
 * @param returnsTo the revision it returns to, {@code null} for none
 * @param reason why it returns, was rolled back or broke the glass
 * @param changeVersion the version of its change, {@code null} for a return
 */
record RevisionView(RevisionSummary summary, List<String> clusters, List<FrozenReplica> replicas,
		List<VerdictView> verdicts, int approvals, int required, List<Message> risk, List<Finding> findings,
		Set<UUID> authors, boolean baseMoved, List<PolicyStep> policies, @Nullable Long returnsTo,
		@Nullable String reason, @Nullable Long changeVersion) {

	/**
	 * What a reviewer said.
	 *
	 * @param reviewer who
	 * @param kind what
	 * @param comment the words, maybe empty
	 * @param givenAt when
	 */
	record VerdictView(String reviewer, VerdictKind kind, String comment, Instant givenAt) {

		static VerdictView of(Verdict verdict) {
			return new VerdictView(verdict.reviewer(), verdict.kind(), verdict.comment(), verdict.givenAt());
		}

	}

}
