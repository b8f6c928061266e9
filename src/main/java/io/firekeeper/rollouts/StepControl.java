package io.firekeeper.rollouts;

import java.time.Clock;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to one replica of a rollout. Each command carries the version of the
 * step that the person read.
 */
@Service
class StepControl {

	private final RolloutAccess access;

	private final HeldClusters clusters;

	private final LaterRollouts laterRollouts;

	private final Replicas replicas;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StepControl(RolloutAccess access, HeldClusters clusters, LaterRollouts laterRollouts, Replicas replicas,
			Journal journal, ApplicationEventPublisher events, Clock clock) {
		this.access = access;
		this.clusters = clusters;
		this.laterRollouts = laterRollouts;
		this.replicas = replicas;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes a failed step again, or tries again to bring a mixed replica back.
	 * @throws Fault CONFLICT when a later rollout has changed the mixed replica, or holds
	 * its cluster
	 */
	@Transactional
	void retry(long number, String replica, long version, Actor actor) {
		Step step = this.access.step(number, replica, version, actor);
		Rollout rollout = step.wave().rollout();
		if (rollout.retry(step, this.clock.instant())) {
			this.clusters.holdAgain(rollout);
			this.laterRollouts.requireNoneAfter(step);
		}
		write(actor, "step-retried", step, Tone.INFO, Message.of("rollouts.event.retried", actor.name()));
	}

	/** Leaves a replica out. One that is down catches up when it answers again. */
	@Transactional
	void skip(long number, String replica, long version, String reason, Actor actor) {
		if (reason.isBlank()) {
			throw Fault.invalid("rollouts.skip-reason-missing");
		}
		Step step = this.access.step(number, replica, version, actor);
		boolean down = this.replicas.isDown(step.replicaId());
		step.wave().rollout().skip(step, reason, down, this.clock.instant());
		write(actor, "step-skipped", step, Tone.WARN, Message.of("rollouts.event.skipped", actor.name(), reason));
	}

	private void write(Actor actor, String action, Step step, Tone tone, Message text) {
		this.journal.write(actor, action, step, tone, text);
		this.events.publishEvent(new RolloutChanged(step.wave().rollout().number()));
	}

}
