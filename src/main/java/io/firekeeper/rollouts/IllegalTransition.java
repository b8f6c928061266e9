package io.firekeeper.rollouts;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * A rollout, wave or step is in a state that does not allow what was asked.
 */
final class IllegalTransition extends Fault {

	private static final long serialVersionUID = 1L;

	/** The state has a word of its own in each language, so it stands as a detail. */
	private IllegalTransition(Message reason, String state) {
		super(FaultKind.CONFLICT, reason, List.of(new Detail("", 0, Message.of(state))));
	}

	static IllegalTransition ofRollout(long number, RolloutState from, String wanted) {
		return new IllegalTransition(Message.of("rollouts.not-now." + wanted, number), "rollouts.state." + from);
	}

	static IllegalTransition ofStep(String replica, StepState from) {
		return new IllegalTransition(Message.of("rollouts.step-not-now", replica), "rollouts.step." + from);
	}

	static IllegalTransition ofWave(int number, WaveState from) {
		return new IllegalTransition(Message.of("rollouts.wave-not-now", number), "rollouts.wave-state." + from);
	}

}
