package io.firekeeper.rollouts;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * One figure that a gate compared.
 *
 * @param metric what was compared
 * @param replica where
 * @param threshold what it had to be
 * @param before the value before the wave, {@code null} when there was none
 * @param now the value now, {@code null} when it could not be read
 * @param verdict whether it is good enough
 * @param note why, when there is something to say
 */
record GateRow(Metric metric, String replica, Message threshold, @Nullable Double before, @Nullable Double now,
		Verdict verdict, @Nullable Message note) {

	/** What a gate looks at. */
	enum Metric {

		/** Whether the step of the replica is proven. */
		PROVEN,

		/** Targets up, over the jobs that the change leaves alone. */
		TARGETS,

		/** Rule evaluations that failed. */
		RULE_FAILURES,

		/** Series in the head. */
		HEAD_SERIES

	}

	/** What a gate says. */
	enum Verdict {

		PASSED,

		/** There was nothing to compare with. */
		NOT_COMPARED,

		FAILED

	}

}
