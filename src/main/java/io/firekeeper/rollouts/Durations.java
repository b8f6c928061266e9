package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Durations as pages show them in every language: {@code 5 m 57 s}.
 */
final class Durations {

	private Durations() {
	}

	/** The time between two moments, a dash when one is missing. */
	static String text(@Nullable Instant from, @Nullable Instant to) {
		return (from != null && to != null) ? text(Duration.between(from, to)) : "—";
	}

	static String text(Duration duration) {
		if (duration.toHours() > 0) {
			return duration.toHours() + " h " + duration.toMinutesPart() + " m";
		}
		if (duration.toMinutes() > 0) {
			return duration.toMinutes() + " m " + duration.toSecondsPart() + " s";
		}
		return duration.toSeconds() + " s";
	}

}
