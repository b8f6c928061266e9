package io.firekeeper.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.rollouts.ActiveRollout;
import io.firekeeper.rollouts.ActiveRollouts;

import org.springframework.stereotype.Component;

/**
 * What is happening to clusters: a rollout that runs, or a revision that waits for
 * people.
 */
@Component
class WorkInProgress {

	private static final int MOST = 200;

	private final Revisions revisions;

	private final ActiveRollouts rollouts;

	WorkInProgress(Revisions revisions, ActiveRollouts rollouts) {
		this.revisions = revisions;
		this.rollouts = rollouts;
	}

	/** The most pressing work of each cluster that has any. */
	Map<UUID, Fact> byCluster() {
		Map<UUID, Fact> work = new HashMap<>();
		this.rollouts.all().forEach((rollout) -> work.put(rollout.clusterId(), factOf(rollout)));
		for (RevisionSummary revision : this.revisions.inStates(List.of(RevisionState.AWAITING_APPROVAL), MOST)) {
			Fact fact = Fact.of("wait", "console.work.awaiting-approval", revision.number())
				.leadingTo("/revisions/" + revision.number());
			revision.clusterIds().forEach((cluster) -> work.putIfAbsent(cluster, fact));
		}
		return work;
	}

	private static Fact factOf(ActiveRollout rollout) {
		Fact fact = switch (rollout.progress()) {
			case ROLLING_OUT -> Fact.of("info", "console.work.rolling-out", rollout.revision());
			case PAUSED -> Fact.of("wait", "console.work.paused", rollout.revision());
			case ROLLING_BACK -> Fact.of("warn", "console.work.rolling-back", rollout.revision());
		};
		return fact.leadingTo("/rollouts/" + rollout.number());
	}

}
