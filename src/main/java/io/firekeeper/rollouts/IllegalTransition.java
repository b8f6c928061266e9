package io.firekeeper.rollouts;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * A rollout, wave or step is in a state that does not allow what was asked.
 */
final class IllegalTransition extends Fault {

	private static final long serialVersionUID = 1L;

	private IllegalTransition(Message reason) {
		super(FaultKind.CONFLICT, reason);
	}

	static IllegalTransition ofRollout(long number, RolloutState from, String wanted) {
		return new IllegalTransition(Message.of("rollouts.not-now." + wanted, number, from));
	}

	static IllegalTransition ofStep(String replica, StepState from, Object wanted) {
		return new IllegalTransition(Message.of("rollouts.step-not-now", replica, from, wanted));
	}

	static IllegalTransition ofWave(int number, WaveState from, WaveState wanted) {
		return new IllegalTransition(Message.of("rollouts.wave-not-now", number, from, wanted));
	}

}
