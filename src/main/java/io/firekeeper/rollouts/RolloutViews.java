package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.rollouts.RolloutView.CheckView;
import io.firekeeper.rollouts.RolloutView.EventView;
import io.firekeeper.rollouts.RolloutView.GateView;
import io.firekeeper.rollouts.RolloutView.StepView;
import io.firekeeper.rollouts.RolloutView.WaveView;
import io.firekeeper.telemetry.Observation;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes views of rollouts.
 */
@Component
class RolloutViews {

	private final Rollouts rollouts;

	private final LaterRollouts laterRollouts;

	private final EventLog events;

	private final Revisions revisions;

	private final Reasons reasons;

	private final Texts texts;

	RolloutViews(Rollouts rollouts, LaterRollouts laterRollouts, EventLog events, Revisions revisions, Reasons reasons,
			Texts texts) {
		this.rollouts = rollouts;
		this.laterRollouts = laterRollouts;
		this.events = events;
		this.revisions = revisions;
		this.reasons = reasons;
		this.texts = texts;
	}

	/**
	 * A rollout.
	 * @throws Fault NOT_FOUND
	 */
	@Transactional(readOnly = true)
	RolloutView of(long number) {
		Rollout rollout = this.rollouts.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-rollout", number));
		Optional<RevisionSummary> revision = this.revisions.find(rollout.revision());
		Parameters parameters = rollout.parameters();
		return new RolloutView(rollout.number(), rollout.revision(), revision.map(RevisionSummary::title).orElse(""),
				revision.map(RevisionSummary::author).orElse(""),
				revision.map(RevisionSummary::approvers).orElse(List.of()),
				rollout.steps().stream().map(Step::clusterName).distinct().sorted().toList(), rollout.kind(),
				parameters.strategy(), parameters.sharePercent(), parameters.soakSeconds(), parameters.onFailure(),
				rollout.state(), this.reasons.of(rollout.reason(), rollout.causes()), rollout.startedBy(),
				rollout.startedAt(), rollout.endedAt(), rollout.waves().stream().map(this::wave).toList(),
				this.events.of(rollout.id()).stream().map(this::event).toList(), rollout.version());
	}

	/**
	 * The teams that scope who operates a rollout, and the replicas that would go back.
	 */
	@Transactional(readOnly = true)
	RolloutStakes stakes(long number) {
		Rollout rollout = this.rollouts.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-rollout", number));
		return new RolloutStakes(rollout.teams(), rollout.touched().stream().map(RolloutViews::stake).toList());
	}

	private static RolloutStakes.Return stake(Step step) {
		Previous previous = step.previous();
		return new RolloutStakes.Return(step.replicaName(), (previous != null) ? "r" + previous.revision() : null,
				originOf(step));
	}

	private WaveView wave(Wave wave) {
		GateResult gate = wave.gate();
		return new WaveView(wave.number(), wave.kind(), wave.state(), this.texts.of(note(wave)), wave.startedAt(),
				(wave.gate() != null) ? wave.gateUntil() : wave.soakUntil(), wave.endedAt(),
				wave.steps().stream().map(this::step).toList(),
				(gate != null) ? gate.rows().stream().map(this::gate).toList() : List.of());
	}

	private static Message note(Wave wave) {
		return switch (wave.state()) {
			case WAITING -> (wave.index() == 0) ? Message.of("rollouts.wave.begins")
					: Message.of("rollouts.wave.waits", wave.index());
			case RUNNING -> wave.steps()
				.stream()
				.filter((step) -> step.state().inFlight())
				.findFirst()
				.map((step) -> Message.of("rollouts.wave." + step.state(), step.replicaName()))
				.orElseGet(() -> Message.of("rollouts.wave.running"));
			case SOAKING -> Message.of((wave.gate() != null) ? "rollouts.wave.judging" : "rollouts.wave.soaking");
			case PASSED -> Message.of("rollouts.wave.passed", Durations.text(wave.startedAt(), wave.endedAt()));
			case FAILED -> failed(wave.gate());
		};
	}

	private static Message failed(@Nullable GateResult gate) {
		return (gate != null && !gate.passes()) ? Message.of("rollouts.wave.failed")
				: Message.of("rollouts.wave.given-up");
	}

	private StepView step(Step step) {
		Previous previous = step.previous();
		Duration took = step.reloadTook();
		return new StepView(step.replicaName(), step.clusterName(), step.state(),
				(previous != null) ? "r" + previous.revision() : null, originOf(step),
				"r" + step.wave().rollout().revision(), step.attempt(), changedAt(step), ordered(step),
				(took != null) ? took.toMillis() / 1000.0 : null, text(step.error()), step.skipReason(),
				laterRollout(step), checks(step), step.version());
	}

	private static @Nullable String originOf(Step step) {
		Origin origin = step.origin();
		return (origin != null) ? origin.directory() : null;
	}

	private @Nullable Long laterRollout(Step step) {
		return (step.state() == StepState.MIXED || step.state() == StepState.SKIPPED)
				? this.laterRollouts.after(step).orElse(null) : null;
	}

	private static Map<StepState, Instant> ordered(Step step) {
		Map<StepState, Instant> times = new EnumMap<>(StepState.class);
		times.putAll(step.times());
		return times;
	}

	private static @Nullable Instant changedAt(Step step) {
		Instant back = step.times().get(StepState.ROLLED_BACK);
		return (back != null) ? back : step.times().get(StepState.RELOADING);
	}

	/** What was observed, or while it is under way what is going to be. */
	private List<CheckView> checks(Step step) {
		if (step.proof().isEmpty() && step.state() == StepState.VERIFYING) {
			return Arrays.stream(Observation.Kind.values())
				.map((kind) -> new CheckView(kind, null, this.texts.word("rollouts.check.waiting")))
				.toList();
		}
		List<CheckView> checks = new ArrayList<>();
		for (Observation observation : step.proof()) {
			checks.add(new CheckView(observation.kind(), observation.outcome(), this.texts.of(observation.message())));
		}
		return checks;
	}

	private GateView gate(GateRow row) {
		return new GateView(row.metric(), row.replica(), this.texts.of(row.threshold()), row.before(), row.now(),
				row.verdict(), text(row.note()));
	}

	private EventView event(RolloutEvent event) {
		return new EventView(event.at(), event.replica(), event.tone(), this.texts.of(event.message()));
	}

	private @Nullable String text(@Nullable Message message) {
		return (message != null) ? this.texts.of(message) : null;
	}

}
