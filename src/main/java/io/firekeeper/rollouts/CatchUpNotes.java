package io.firekeeper.rollouts;

import java.util.Optional;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;

import org.springframework.stereotype.Component;

/**
 * Says of a replica that a rollout left behind whether it catches up by itself.
 */
@Component
public class CatchUpNotes {

	private final LatestSteps latestSteps;

	private final ActiveRollouts active;

	private final Revisions revisions;

	private final Telemetry telemetry;

	private final boolean automatic;

	CatchUpNotes(LatestSteps latestSteps, ActiveRollouts active, Revisions revisions, Telemetry telemetry,
			RolloutProperties properties) {
		this.latestSteps = latestSteps;
		this.active = active;
		this.revisions = revisions;
		this.telemetry = telemetry;
		this.automatic = properties.catchUp();
	}

	/** Empty for a replica that is where it should be, or that a rollout works on now. */
	public Optional<CatchUpNote> of(Replica replica) {
		boolean held = this.active.all()
			.stream()
			.anyMatch((rollout) -> rollout.clusterId().equals(replica.clusterId()));
		return held ? Optional.empty() : this.latestSteps.of(replica.id())
			.flatMap((latest) -> reason(replica, latest).map((reason) -> note(replica, latest, reason)));
	}

	private Optional<String> reason(Replica replica, LatestStep latest) {
		if (latest.isFailedCatchUp()) {
			return Optional.of("failed");
		}
		if (latest.isMixed()) {
			return Optional.of(this.automatic ? "mixed" : "mixed-off");
		}
		if (latest.state() != StepState.SKIPPED || !isBehind(replica)) {
			return Optional.empty();
		}
		if (latest.touched()) {
			return Optional.of("skipped");
		}
		return Optional.of(this.automatic ? "left-out" : "left-out-off");
	}

	private boolean isBehind(Replica replica) {
		Optional<Digest> proven = this.telemetry.lastProven(replica.id()).map(ProvenBundle::approvedDigest);
		return this.revisions.headBundle(replica.id())
			.map((bundle) -> bundle.bundle().digest())
			.filter((head) -> !proven.equals(Optional.of(head)))
			.isPresent();
	}

	private static CatchUpNote note(Replica replica, LatestStep latest, String reason) {
		return new CatchUpNote(latest.rollout(),
				Message.of("rollouts.behind." + reason, replica.name(), latest.rollout()));
	}

}
