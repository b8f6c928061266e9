package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.firekeeper.telemetry.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A rollout as people and programs see it, with sentences in the reader's language.
 *
 * @param number its number
 * @param revision the revision it delivers
 * @param title what the revision is for
 * @param author who submitted the revision
 * @param approvers who approved it
 * @param clusters the clusters it changes, by name
 * @param kind what it is for
 * @param strategy how replicas are divided into waves
 * @param sharePercent the share per wave of a rolling rollout
 * @param soakSeconds how long a wave is watched, at least
 * @param onFailure what happens when a step or gate fails
 * @param state where it stands
 * @param reason why it is paused, goes back or went back
 * @param startedBy who started it
 * @param startedAt when
 * @param endedAt when it ended
 * @param waves its waves in order
 * @param events its log, newest first
 * @param version counts what was decided about it; a command carries the one that was
 * read
 */
record RolloutView(long number, long revision, String title, String author, List<String> approvers,
		List<String> clusters, RolloutKind kind, Strategy strategy, int sharePercent, int soakSeconds,
		OnFailure onFailure, RolloutState state, @Nullable String reason, String startedBy, Instant startedAt,
		@Nullable Instant endedAt, List<WaveView> waves, List<EventView> events, long version) {

	/** The replica whose failed step waits for a decision, {@code null} for none. */
	public @Nullable String undecided() {
		return this.waves.stream()
			.flatMap((wave) -> wave.steps().stream())
			.filter((step) -> step.state() == StepState.FAILED)
			.map(StepView::replica)
			.findFirst()
			.orElse(null);
	}

	/** Whether a gate failed and waits for a decision. */
	public boolean gateUndecided() {
		return this.state == RolloutState.PAUSED
				&& this.waves.stream().anyMatch((wave) -> wave.state() == WaveState.FAILED);
	}

	/**
	 * A wave.
	 *
	 * @param number from 1
	 * @param kind what it is
	 * @param state where it stands
	 * @param note what it does or waits for
	 * @param startedAt when it began
	 * @param watchedUntil when its gate is read, and once it was read, until when it may
	 * take to pass
	 * @param endedAt when its gate passed or failed
	 * @param steps its replicas
	 * @param gate what the gate compared when it was last read
	 */
	record WaveView(int number, WaveKind kind, WaveState state, String note, @Nullable Instant startedAt,
			@Nullable Instant watchedUntil, @Nullable Instant endedAt, List<StepView> steps, List<GateView> gate) {

		/** Replicas that are proven or left out. */
		public long done() {
			return this.steps.stream()
				.filter((step) -> step.state() == StepState.PROVEN || step.state() == StepState.SKIPPED)
				.count();
		}

	}

	/**
	 * Delivery to one replica.
	 *
	 * @param replica the replica's name
	 * @param cluster its cluster's name
	 * @param state where the step stands
	 * @param from what was proven there before, such as {@code r417}
	 * @param origin the directory of what ran there before Firekeeper, where nothing was
	 * proven and it can be gone back to
	 * @param to what is delivered
	 * @param attempt from 1
	 * @param changedAt when its files were last changed
	 * @param times when it entered each state
	 * @param reloadSeconds how long the reload took
	 * @param error why it failed, with the replica's own words
	 * @param skipReason why a person left it out
	 * @param laterRollout the rollout that has changed a mixed or skipped replica since
	 * @param checks the observations of the proof
	 * @param version counts what happened to it; retrying and skipping carry the one that
	 * was read
	 */
	record StepView(String replica, String cluster, StepState state, @Nullable String from, @Nullable String origin,
			String to, int attempt, @Nullable Instant changedAt, Map<StepState, Instant> times,
			@Nullable Double reloadSeconds, @Nullable String error, @Nullable String skipReason,
			@Nullable Long laterRollout, List<CheckView> checks, long version) {
	}

	/**
	 * An observation of a proof.
	 *
	 * @param kind what was looked at
	 * @param outcome whether it agrees; {@code null} when it was not looked at yet
	 * @param text what was seen
	 */
	record CheckView(Observation.Kind kind, Observation.@Nullable Outcome outcome, String text) {

		/** The sign on pages. */
		public String sign() {
			return switch (this.outcome) {
				case AGREES -> "✓";
				case DIFFERS, NOT_SEEN -> "✕";
				case null -> "…";
			};
		}

	}

	/**
	 * A figure that a gate compared.
	 *
	 * @param metric which
	 * @param replica where
	 * @param threshold what it had to be
	 * @param before the value before the wave
	 * @param now the value now
	 * @param verdict whether it is good enough
	 * @param note why
	 */
	record GateView(GateRow.Metric metric, String replica, String threshold, @Nullable Double before,
			@Nullable Double now, GateRow.Verdict verdict, @Nullable String note) {
	}

	/**
	 * A line of the log.
	 *
	 * @param at when
	 * @param replica where, {@code null} for the whole rollout
	 * @param tone how it is to be read
	 * @param text what happened
	 */
	record EventView(Instant at, @Nullable String replica, Tone tone, String text) {
	}

}
