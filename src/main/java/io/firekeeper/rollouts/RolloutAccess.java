package io.firekeeper.rollouts;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;

import org.springframework.stereotype.Component;

/**
 * Rollouts for people who act on them: locked until the transaction ends, only for who
 * may, and only as they were read.
 */
@Component
class RolloutAccess {

	private final Rollouts rollouts;

	private final EventLog events;

	RolloutAccess(Rollouts rollouts, EventLog events) {
		this.rollouts = rollouts;
		this.events = events;
	}

	/**
	 * A rollout.
	 * @param version the version that was read
	 * @throws Fault STALE with what happened last, when something was decided since
	 */
	Rollout rollout(long number, long version, Actor actor) {
		Rollout rollout = locked(number, actor);
		if (rollout.version() != version) {
			throw stale(Message.of("rollouts.stale", number), rollout);
		}
		return rollout;
	}

	/**
	 * A step.
	 * @param version the version of the step that was read
	 * @throws Fault STALE with what happened last, when the step moved on since
	 */
	Step step(long number, String replica, long version, Actor actor) {
		Rollout rollout = locked(number, actor);
		Step step = rollout.stepOf(replica);
		if (step.version() != version) {
			throw stale(Message.of("rollouts.step-stale", replica), rollout);
		}
		return step;
	}

	private Rollout locked(long number, Actor actor) {
		Rollout rollout = this.rollouts.lock(number)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-rollout", number));
		rollout.teams().forEach((team) -> actor.require(Permission.ROLLOUT_OPERATE, team));
		return rollout;
	}

	private Fault stale(Message reason, Rollout rollout) {
		return new Fault(FaultKind.STALE, reason,
				this.events.last(rollout.id()).stream().map((event) -> detail(event.message())).toList());
	}

	private static Fault.Detail detail(Message message) {
		return new Fault.Detail("", 0, message);
	}

}
