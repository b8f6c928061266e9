package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.ReloadMark;
import org.jspecify.annotations.Nullable;

/**
 * The last thing that rollouts did with a replica, and whether it may catch up by itself
 * after that. It may when what kept it behind has visibly gone. A catch-up that failed
 * waits for a person, so one never follows another by itself.
 *
 * @param replicaId the replica
 * @param rollout the rollout's number
 * @param kind what the rollout was for
 * @param state where the step ended
 * @param since when
 * @param touched whether files were ever written
 * @param skippedDown whether the replica did not answer when a person left it out
 * @param mark the replica's counters before its last reload
 * @param error why it failed
 */
record LatestStep(UUID replicaId, long rollout, RolloutKind kind, StepState state, @Nullable Instant since,
		boolean touched, boolean skippedDown, @Nullable ReloadMark mark, @Nullable Message error) {

	/** What says that the replica gave no answer, of everything that may be wrong. */
	private static final Set<String> NO_ANSWER = Set.of("rollouts.failure.no-answer", "telemetry.proof.counted.unseen",
			"telemetry.proof.configuration.unseen", "telemetry.proof.rules.unseen");

	/** A start is derived from the kernel's boot time, which may jump by a second. */
	private static final double START_TOLERANCE = 2.0;

	/** How far two clocks may differ. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

	/** Whether it is a catch-up that did not end well. */
	boolean isFailedCatchUp() {
		return this.kind == RolloutKind.CATCH_UP && this.state != StepState.PROVEN;
	}

	boolean isMixed() {
		return this.state == StepState.MIXED;
	}

	/** Whether a person left the replica out before anything was written there. */
	boolean isLeftOut() {
		return this.state == StepState.SKIPPED && !this.touched;
	}

	/**
	 * Why the replica, which answers now, should catch up by itself; empty when it should
	 * not.
	 * @param behind whether what was last proven there is not what it should run
	 * @param now its counters now
	 */
	Optional<CatchUpReason> reason(boolean behind, ReloadMark now) {
		if (isFailedCatchUp()) {
			return Optional.empty();
		}
		return switch (this.state) {
			case MIXED -> cameBack(didNotAnswer(), now);
			case SKIPPED -> (behind && isLeftOut()) ? cameBack(this.skippedDown, now) : Optional.empty();
			case ROLLED_BACK -> behind ? Optional.of(CatchUpReason.LEFT_BEHIND) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private Optional<CatchUpReason> cameBack(boolean wasDown, ReloadMark now) {
		if (isRestarted(now)) {
			return Optional.of(CatchUpReason.RESTARTED);
		}
		return wasDown ? Optional.of(CatchUpReason.ANSWERS_AGAIN) : Optional.empty();
	}

	private boolean didNotAnswer() {
		return this.error != null && NO_ANSWER.contains(this.error.key());
	}

	/** Compares the replica's own clock with itself where both readings are known. */
	private boolean isRestarted(ReloadMark now) {
		if (this.mark != null && !Double.isNaN(this.mark.processStart())) {
			return now.processStart() > this.mark.processStart() + START_TOLERANCE;
		}
		return this.since != null && now.processStart() > this.since.plus(CLOCK_TOLERANCE).toEpochMilli() / 1000.0;
	}

}
