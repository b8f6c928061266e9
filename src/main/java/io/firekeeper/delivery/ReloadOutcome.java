package io.firekeeper.delivery;

import java.time.Duration;

/**
 * What became of a reload. Only {@link Accepted} is a success, and even that is no proof.
 */
public sealed interface ReloadOutcome {

	/** 200. */
	record Accepted(Duration took) implements ReloadOutcome {
	}

	/** 500 or another refusal, in the replica's own words. */
	record Rejected(int status, String message) implements ReloadOutcome {
	}

	/** 403: the replica runs without {@code --web.enable-lifecycle}. */
	record LifecycleOff() implements ReloadOutcome {
	}

	/** No answer within the deadline; it may still be reloading. */
	record NoAnswer(String message) implements ReloadOutcome {
	}

}
