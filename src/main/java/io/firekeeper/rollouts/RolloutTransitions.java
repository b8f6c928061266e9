package io.firekeeper.rollouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transitions of waves and of the rollout itself, each one short transaction with its
 * audit row.
 */
@Component
class RolloutTransitions {

	private final DrivenRollouts rollouts;

	private final HeldClusters clusters;

	private final Heads heads;

	private final Journal journal;

	private final Reasons reasons;

	private final Clock clock;

	RolloutTransitions(DrivenRollouts rollouts, HeldClusters clusters, Heads heads, Journal journal, Reasons reasons,
			Clock clock) {
		this.rollouts = rollouts;
		this.clusters = clusters;
		this.heads = heads;
		this.journal = journal;
		this.reasons = reasons;
		this.clock = clock;
	}

	@Transactional
	void beginWave(Lease lease, int index, List<Baseline> baselines) {
		Rollout rollout = this.rollouts.lock(lease);
		Wave wave = rollout.wave(index);
		if (rollout.state() == RolloutState.RUNNING) {
			wave.begin(baselines, this.clock.instant());
			write("wave-begun", rollout, Tone.INFO,
					Message.of("rollouts.event.wave-begun", wave.number(), wave.steps().size()));
		}
	}

	/**
	 * Every step of the wave is settled.
	 * @param watch how long it is watched
	 * @param patience how long after that its gate may take to pass
	 */
	@Transactional
	void soak(Lease lease, int index, Duration watch, Duration patience) {
		Rollout rollout = this.rollouts.lock(lease);
		if (rollout.state() == RolloutState.RUNNING) {
			Instant until = this.clock.instant().plus(watch);
			rollout.wave(index).soak(until, patience);
			write("wave-soaking", rollout, Tone.INFO,
					Message.of("rollouts.event.soaking", index + 1, watch.toSeconds()));
		}
	}

	/** The gate does not pass yet. */
	@Transactional
	void gateObserved(Lease lease, int index, GateResult result) {
		Rollout rollout = this.rollouts.lock(lease);
		rollout.wave(index).observe(result);
		this.journal.announce(rollout);
	}

	/** The gate does not pass, and nobody had looked at it: it gets its time from now. */
	@Transactional
	void gateWatchedAgain(Lease lease, int index, GateResult result) {
		Rollout rollout = this.rollouts.lock(lease);
		Wave wave = rollout.wave(index);
		wave.observe(result);
		wave.judgeFrom(result.at());
		write("gate-watched-again", rollout, Tone.WARN,
				Message.of("rollouts.event.gate-watched-again", index + 1, wave.gatePatience().toSeconds()));
	}

	@Transactional
	void gatePassed(Lease lease, int index, GateResult result) {
		Rollout rollout = this.rollouts.lock(lease);
		if (rollout.state() == RolloutState.RUNNING) {
			rollout.wave(index).pass(result, this.clock.instant());
			write("gate-passed", rollout, Tone.OK, Message.of("rollouts.event.gate-passed", index + 1));
		}
	}

	@Transactional
	void gateFailed(Lease lease, int index, GateResult result) {
		Rollout rollout = this.rollouts.lock(lease);
		if (rollout.state() == RolloutState.RUNNING) {
			rollout.wave(index).fail(result, this.clock.instant());
			Message why = Message.of("rollouts.reason.gate", index + 1);
			List<Message> causes = causes(result);
			rollout.failed(why, causes);
			this.journal.write(Actor.SYSTEM, "gate-failed", rollout, Tone.CRIT, why, causes);
		}
	}

	/** Every wave passed. A rollout that proved nothing anywhere goes back instead. */
	@Transactional
	void succeed(Lease lease) {
		Rollout rollout = this.rollouts.lock(lease);
		if (rollout.state() != RolloutState.RUNNING) {
			return;
		}
		if (!rollout.provenSomewhere()) {
			rollout.abort(Message.of("rollouts.reason.all-skipped"));
			write("aborted", rollout, Tone.WARN, Message.of("rollouts.reason.all-skipped"));
			return;
		}
		rollout.succeed(this.clock.instant());
		if (rollout.kind() != RolloutKind.CATCH_UP) {
			this.heads.proven(rollout.revision());
		}
		this.clusters.release(rollout);
		write("succeeded", rollout, Tone.OK, Message.of("rollouts.event.succeeded", "r" + rollout.revision()));
	}

	/** Nothing is left to bring back: the heads move back too. */
	@Transactional
	void endRollback(Lease lease) {
		Rollout rollout = this.rollouts.lock(lease);
		if (rollout.state() != RolloutState.ROLLING_BACK) {
			return;
		}
		boolean first = rollout.endRollback(this.clock.instant());
		if (first && rollout.kind() != RolloutKind.CATCH_UP) {
			this.heads.rolledBack(rollout.revision(), reason(rollout));
		}
		this.clusters.release(rollout);
		if (rollout.state() == RolloutState.FAILED) {
			write("failed", rollout, Tone.CRIT, Message.of("rollouts.event.mixed"));
		}
		else {
			write("rolled-back", rollout, Tone.WARN, Message.of("rollouts.event.all-rolled-back"));
		}
	}

	private String reason(Rollout rollout) {
		Message why = rollout.reason();
		return (why != null) ? this.reasons.of(why, rollout.causes(), Locale.ENGLISH) : "";
	}

	/** The first three, each once. */
	private static List<Message> causes(GateResult result) {
		return result.failures().stream().map(GateRow::note).filter(Objects::nonNull).distinct().limit(3).toList();
	}

	private void write(String action, Rollout rollout, Tone tone, Message text) {
		this.journal.write(Actor.SYSTEM, action, rollout, tone, text);
	}

}
