package io.firekeeper.rollouts;

import java.util.Set;

import io.firekeeper.telemetry.GateReading;
import org.jspecify.annotations.Nullable;

/**
 * A replica that a gate judges.
 *
 * @param replica its name
 * @param unchangedJobs the jobs that the change leaves alone
 * @param before its figures before the wave, {@code null} when they were not read
 * @param now its figures now
 * @param twin the name of its untouched twin, {@code null} when there is none
 * @param twinBefore the twin's figures before the wave
 * @param twinNow the twin's figures now
 */
record GateSubject(String replica, Set<String> unchangedJobs, @Nullable GateReading before, GateReading now,
		@Nullable String twin, @Nullable GateReading twinBefore, @Nullable GateReading twinNow) {

	/** Whether the twin's figures can excuse the replica's. */
	boolean hasTwin() {
		return readable(this.twinBefore) && readable(this.twinNow);
	}

	boolean comparable() {
		return readable(this.before);
	}

	private static boolean readable(@Nullable GateReading reading) {
		return reading != null && reading.readable();
	}

}
