package io.firekeeper.console;

import io.firekeeper.telemetry.ReplicaStatus;

/**
 * The words and tones of states (the state vocabulary of the console).
 */
final class Facts {

	private Facts() {
	}

	static Fact of(ReplicaStatus.Health health) {
		return switch (health) {
			case DOWN -> Fact.of("crit", "console.health.down");
			case DEGRADED -> Fact.of("warn", "console.health.degraded");
			case NO_DATA -> Fact.of("unk", "console.health.no-data");
			case HEALTHY -> Fact.of("ok q", "console.health.healthy");
		};
	}

	static Fact of(ReplicaStatus.Config config) {
		return switch (config) {
			case INVALID -> Fact.of("crit", "console.config.invalid");
			case DRIFTED -> Fact.of("warn drift", "console.config.drifted");
			case UNKNOWN -> Fact.of("unk", "console.config.unknown");
			case IN_SYNC -> Fact.of("ok q", "console.config.in-sync");
		};
	}

}
