package io.firekeeper.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;

import org.springframework.stereotype.Component;

/**
 * What is happening to clusters: a rollout that runs, or a revision that waits for
 * people.
 */
@Component
class WorkInProgress {

	private static final int MOST = 200;

	private final Revisions revisions;

	WorkInProgress(Revisions revisions) {
		this.revisions = revisions;
	}

	/** The most pressing work of each cluster that has any. */
	Map<UUID, Fact> byCluster() {
		Map<UUID, Fact> work = new HashMap<>();
		for (RevisionSummary revision : this.revisions.inStates(List.of(RevisionState.AWAITING_APPROVAL), MOST)) {
			Fact fact = Fact.of("wait", "console.work.awaiting-approval", revision.number())
				.leadingTo("/revisions/" + revision.number());
			revision.clusterIds().forEach((cluster) -> work.putIfAbsent(cluster, fact));
		}
		return work;
	}

}
