package io.firekeeper.telemetry;

import io.firekeeper.faults.Message;

/**
 * One thing that was looked at to prove a bundle.
 *
 * @param kind what
 * @param outcome whether it agrees
 * @param message what was seen, for people
 */
public record Observation(Kind kind, Outcome outcome, Message message) {

	/** The independent observations of a proof. */
	public enum Kind {

		/** The bytes at the target have the delivered digest. */
		BYTES,

		/** The reload was answered with 200. */
		RELOAD,

		/** The replica counts a successful reload after ours began. */
		RELOAD_COUNTED,

		/** {@code /api/v1/status/config} means the same as prometheus.yml. */
		CONFIGURATION,

		/** {@code /api/v1/rules} means the same as the rule files. */
		RULES

	}

	/** Whether an observation agrees. */
	public enum Outcome {

		AGREES, DIFFERS, NOT_SEEN

	}

}
