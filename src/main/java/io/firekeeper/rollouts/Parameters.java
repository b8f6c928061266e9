package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * How a rollout goes, as the person who started it chose.
 *
 * @param strategy how replicas are divided into waves
 * @param sharePercent the share of a cluster per wave, for {@link Strategy#ROLLING}
 * @param soakSeconds how long a wave is watched before its gate, at least
 * @param onFailure what happens when a step or a gate fails
 * @param bounds what the gates tolerate
 */
record Parameters(Strategy strategy, int sharePercent, int soakSeconds, OnFailure onFailure, GateBounds bounds) {

	static final int DEFAULT_SHARE_PERCENT = 25;

	static final int DEFAULT_SOAK_SECONDS = 60;

	private static final int LONGEST_SOAK_SECONDS = 86_400;

	/**
	 * Parameters that a person sent.
	 * @throws Fault INVALID with a detail for each field that is out of range
	 */
	static Parameters of(Strategy strategy, int sharePercent, int soakSeconds, OnFailure onFailure) {
		List<Fault.Detail> details = new ArrayList<>();
		if (sharePercent < 1 || sharePercent > 100) {
			details.add(new Fault.Detail("sharePercent", 0, Message.of("rollouts.share-range")));
		}
		if (soakSeconds < 0 || soakSeconds > LONGEST_SOAK_SECONDS) {
			details.add(new Fault.Detail("soakSeconds", 0, Message.of("rollouts.soak-range")));
		}
		if (!details.isEmpty()) {
			throw new Fault(FaultKind.INVALID, Message.of("rollouts.parameters-invalid"), details);
		}
		return new Parameters(strategy, sharePercent, soakSeconds, onFailure, GateBounds.DEFAULT);
	}

	/** For one replica that catches up. */
	static Parameters forCatchUp() {
		return new Parameters(Strategy.ALL_AT_ONCE, 100, 0, OnFailure.ROLL_BACK, GateBounds.DEFAULT);
	}

	Duration soak() {
		return Duration.ofSeconds(this.soakSeconds);
	}

}
