package io.firekeeper.rollouts;

import java.time.Clock;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a rollout that runs. Each command carries the version that the person
 * read: of the rollout, or of the step that it is about.
 */
@Service
class RolloutControl {

	private final Rollouts rollouts;

	private final HeldClusters clusters;

	private final LaterRollouts laterRollouts;

	private final Journal journal;

	private final EventLog log;

	private final ApplicationEventPublisher events;

	private final Pace pace;

	private final Clock clock;

	RolloutControl(Rollouts rollouts, HeldClusters clusters, LaterRollouts laterRollouts, Journal journal, EventLog log,
			ApplicationEventPublisher events, Pace pace, Clock clock) {
		this.rollouts = rollouts;
		this.clusters = clusters;
		this.laterRollouts = laterRollouts;
		this.journal = journal;
		this.log = log;
		this.events = events;
		this.pace = pace;
		this.clock = clock;
	}

	/** Lets the steps in flight end and begins no new one. */
	@Transactional
	void pause(long number, long version, Actor actor) {
		Rollout rollout = lock(number, version, actor);
		rollout.pause();
		write(actor, "paused", rollout, Message.of("rollouts.event.paused", actor.name()));
	}

	@Transactional
	void resume(long number, long version, Actor actor) {
		Rollout rollout = lock(number, version, actor);
		rollout.resume(this.clock.instant().plus(this.pace.gatePatience()));
		write(actor, "resumed", rollout, Message.of("rollouts.event.resumed", actor.name()));
	}

	/** Brings every replica back that was touched. */
	@Transactional
	void abort(long number, long version, String reason, Actor actor) {
		Rollout rollout = lock(number, version, actor);
		Message why = reason.isBlank() ? Message.of("rollouts.reason.person", actor.name())
				: Message.of("rollouts.reason.person-because", actor.name(), reason);
		rollout.abort(why);
		write(actor, "aborted", rollout, why);
	}

	/**
	 * Takes a failed step again, or tries again to bring a mixed replica back.
	 * @param version the version of the step that was read
	 * @throws Fault CONFLICT when a later rollout has changed the mixed replica, or holds
	 * its cluster
	 */
	@Transactional
	void retry(long number, String replica, long version, Actor actor) {
		Rollout rollout = lock(number, actor);
		Step step = step(rollout, replica, version);
		if (rollout.retry(step, this.clock.instant())) {
			this.clusters.holdAgain(rollout);
			this.laterRollouts.requireNoneAfter(step);
		}
		this.journal.write(actor, "step-retried", step, Tone.INFO, Message.of("rollouts.event.retried", actor.name()));
		this.events.publishEvent(new RolloutChanged(number));
	}

	/**
	 * Leaves a replica out.
	 * @param version the version of the step that was read
	 */
	@Transactional
	void skip(long number, String replica, long version, String reason, Actor actor) {
		if (reason.isBlank()) {
			throw Fault.invalid("rollouts.skip-reason-missing");
		}
		Rollout rollout = lock(number, actor);
		Step step = step(rollout, replica, version);
		rollout.skip(step, reason, this.clock.instant());
		this.journal.write(actor, "step-skipped", step, Tone.WARN,
				Message.of("rollouts.event.skipped", actor.name(), reason));
		this.events.publishEvent(new RolloutChanged(number));
	}

	/**
	 * The rollout as a person read it.
	 * @param version the version that was read
	 * @throws Fault STALE with what happened last, when something was decided since
	 */
	private Rollout lock(long number, long version, Actor actor) {
		Rollout rollout = lock(number, actor);
		if (rollout.version() != version) {
			throw stale(Message.of("rollouts.stale", number), rollout);
		}
		return rollout;
	}

	private Step step(Rollout rollout, String replica, long version) {
		Step step = rollout.stepOf(replica);
		if (step.version() != version) {
			throw stale(Message.of("rollouts.step-stale", replica), rollout);
		}
		return step;
	}

	private Fault stale(Message reason, Rollout rollout) {
		return new Fault(FaultKind.STALE, reason,
				this.log.last(rollout.id()).stream().map((event) -> new Fault.Detail("", 0, event.message())).toList());
	}

	private Rollout lock(long number, Actor actor) {
		Rollout rollout = this.rollouts.lock(number)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-rollout", number));
		rollout.teams().forEach((team) -> actor.require(Permission.ROLLOUT_OPERATE, team));
		return rollout;
	}

	private void write(Actor actor, String action, Rollout rollout, Message text) {
		this.journal.write(actor, action, rollout, Tone.INFO, text);
		this.events.publishEvent(new RolloutChanged(rollout.number()));
	}

}
