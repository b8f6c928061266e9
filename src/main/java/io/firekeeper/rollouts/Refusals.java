package io.firekeeper.rollouts;

import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.faults.Message;

/**
 * What went wrong outside, in words: what failed, why in the other side's own words, and
 * what to do.
 */
final class Refusals {

	private Refusals() {
	}

	static Message of(PushOutcome outcome) {
		return switch (outcome) {
			case PushOutcome.Pushed pushed -> throw new IllegalArgumentException(pushed.toString());
			case PushOutcome.EpochRefused refused -> Message.of("rollouts.failure.epoch", refused.current());
			case PushOutcome.SecretMissing missing -> Message.of("rollouts.failure.secret", missing.name());
			case PushOutcome.Failed failed -> Message.of("rollouts.failure.push", failed.message());
		};
	}

	static Message of(ReloadOutcome outcome) {
		return switch (outcome) {
			case ReloadOutcome.Accepted accepted -> throw new IllegalArgumentException(accepted.toString());
			case ReloadOutcome.Rejected rejected ->
				Message.of("rollouts.failure.reload", rejected.status(), rejected.message());
			case ReloadOutcome.LifecycleOff off -> Message.of("rollouts.failure.lifecycle-off");
			case ReloadOutcome.NoAnswer noAnswer -> Message.of("rollouts.failure.no-answer", noAnswer.message());
		};
	}

}
