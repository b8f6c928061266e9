package io.firekeeper.rollouts;

import java.time.Clock;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a rollout that runs.
 */
@Service
class RolloutControl {

	private final Rollouts rollouts;

	private final HeldClusters clusters;

	private final LaterRollouts laterRollouts;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Pace pace;

	private final Clock clock;

	RolloutControl(Rollouts rollouts, HeldClusters clusters, LaterRollouts laterRollouts, Journal journal,
			ApplicationEventPublisher events, Pace pace, Clock clock) {
		this.rollouts = rollouts;
		this.clusters = clusters;
		this.laterRollouts = laterRollouts;
		this.journal = journal;
		this.events = events;
		this.pace = pace;
		this.clock = clock;
	}

	/** Lets the steps in flight end and begins no new one. */
	@Transactional
	void pause(long number, Actor actor) {
		Rollout rollout = lock(number, actor);
		rollout.pause();
		write(actor, "paused", rollout, Message.of("rollouts.event.paused", actor.name()));
	}

	@Transactional
	void resume(long number, Actor actor) {
		Rollout rollout = lock(number, actor);
		rollout.resume(this.clock.instant().plus(this.pace.gatePatience()));
		write(actor, "resumed", rollout, Message.of("rollouts.event.resumed", actor.name()));
	}

	/** Brings every replica back that was touched. */
	@Transactional
	void abort(long number, String reason, Actor actor) {
		Rollout rollout = lock(number, actor);
		Message why = reason.isBlank() ? Message.of("rollouts.reason.person", actor.name())
				: Message.of("rollouts.reason.person-because", actor.name(), reason);
		rollout.abort(why);
		write(actor, "aborted", rollout, why);
	}

	/**
	 * Takes a failed step again, or tries again to bring a mixed replica back.
	 * @throws Fault CONFLICT when a later rollout has changed the mixed replica, or holds
	 * its cluster
	 */
	@Transactional
	void retry(long number, String replica, Actor actor) {
		Rollout rollout = lock(number, actor);
		Step step = rollout.stepOf(replica);
		if (rollout.retry(step, this.clock.instant())) {
			this.clusters.holdAgain(rollout);
			this.laterRollouts.requireNoneAfter(step);
		}
		this.journal.write(actor, "step-retried", step, Tone.INFO, Message.of("rollouts.event.retried", actor.name()));
		this.events.publishEvent(new RolloutChanged(number));
	}

	/** Leaves a replica out. */
	@Transactional
	void skip(long number, String replica, String reason, Actor actor) {
		if (reason.isBlank()) {
			throw Fault.invalid("rollouts.skip-reason-missing");
		}
		Rollout rollout = lock(number, actor);
		Step step = rollout.stepOf(replica);
		rollout.skip(step, reason, this.clock.instant());
		this.journal.write(actor, "step-skipped", step, Tone.WARN,
				Message.of("rollouts.event.skipped", actor.name(), reason));
		this.events.publishEvent(new RolloutChanged(number));
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
