package io.firekeeper.rollouts;

import java.time.Clock;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a rollout that runs. Each command carries the version of the rollout
 * that the person read.
 */
@Service
class RolloutControl {

	private final RolloutAccess access;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RolloutControl(RolloutAccess access, Journal journal, ApplicationEventPublisher events, Clock clock) {
		this.access = access;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/** Lets the steps in flight end and begins no new one. */
	@Transactional
	void pause(long number, long version, Actor actor) {
		Rollout rollout = this.access.rollout(number, version, actor);
		Message why = Message.of("rollouts.event.paused", actor.name());
		rollout.pause(why);
		write(actor, "paused", rollout, why);
	}

	@Transactional
	void resume(long number, long version, Actor actor) {
		Rollout rollout = this.access.rollout(number, version, actor);
		rollout.resume(this.clock.instant());
		write(actor, "resumed", rollout, Message.of("rollouts.event.resumed", actor.name()));
	}

	/** Brings every replica back that was touched. */
	@Transactional
	void abort(long number, long version, String reason, Actor actor) {
		Rollout rollout = this.access.rollout(number, version, actor);
		Message why = reason.isBlank() ? Message.of("rollouts.reason.person", actor.name())
				: Message.of("rollouts.reason.person-because", actor.name(), reason);
		rollout.abort(why);
		write(actor, "aborted", rollout, why);
	}

	private void write(Actor actor, String action, Rollout rollout, Message text) {
		this.journal.write(actor, action, rollout, Tone.INFO, text);
		this.events.publishEvent(new RolloutChanged(rollout.number()));
	}

}
