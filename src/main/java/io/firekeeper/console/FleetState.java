package io.firekeeper.console;

import java.util.Locale;

import io.firekeeper.telemetry.ReplicaStatus;

/**
 * The states that the Fleet page counts and filters by, worst first.
 */
enum FleetState {

	DOWN("crit"), DEGRADED("warn"), NO_DATA("unk"), ROLLING_OUT("info"), AWAITING_APPROVAL("wait"), HEALTHY("ok");

	private final String tone;

	FleetState(String tone) {
		this.tone = tone;
	}

	static FleetState of(ReplicaStatus.Health health) {
		return switch (health) {
			case DOWN -> DOWN;
			case DEGRADED -> DEGRADED;
			case NO_DATA -> NO_DATA;
			case HEALTHY -> HEALTHY;
		};
	}

	public String tone() {
		return this.tone;
	}

	/** Its name in URLs and message keys. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
