package io.firekeeper.rollouts;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a step stands, and where it may go from there.
 */
enum StepState {

	/** Nothing was done yet. */
	QUEUED,

	/** The bundle is being pushed. */
	DELIVERING,

	/** The bundle is in place; the replica is asked to reload. */
	RELOADING,

	/** The reload was accepted; observations are made until they all agree. */
	VERIFYING,

	/** Every observation agrees. */
	PROVEN,

	/** It did not work; the error says why. */
	FAILED,

	/** The bundle proven before is being pushed, reloaded and proven. */
	ROLLING_BACK,

	/** The bundle proven before is proven again, or nothing was ever changed. */
	ROLLED_BACK,

	/** It could not be brought back. */
	MIXED,

	/** A person left it out, with a reason. */
	SKIPPED;

	/** Whether a driver has, or had before it was killed, an effect under way. */
	boolean inFlight() {
		return this == DELIVERING || this == RELOADING || this == VERIFYING;
	}

	/** Its tone on pages. */
	public String tone() {
		return switch (this) {
			case QUEUED, SKIPPED -> "none";
			case DELIVERING, RELOADING, VERIFYING, ROLLING_BACK -> "info";
			case PROVEN -> "ok";
			case ROLLED_BACK -> "warn";
			case FAILED, MIXED -> "crit";
		};
	}

	boolean mayBecome(StepState next) {
		return successors().contains(next);
	}

	private Set<StepState> successors() {
		return switch (this) {
			case QUEUED -> EnumSet.of(DELIVERING, SKIPPED);
			case DELIVERING -> EnumSet.of(RELOADING, FAILED, ROLLING_BACK);
			case RELOADING -> EnumSet.of(DELIVERING, VERIFYING, FAILED, ROLLING_BACK);
			case VERIFYING -> EnumSet.of(PROVEN, FAILED, ROLLING_BACK);
			case PROVEN -> EnumSet.of(ROLLING_BACK);
			case FAILED -> EnumSet.of(QUEUED, SKIPPED, ROLLING_BACK);
			case ROLLING_BACK -> EnumSet.of(ROLLED_BACK, MIXED);
			case MIXED, SKIPPED -> EnumSet.of(ROLLING_BACK);
			case ROLLED_BACK -> EnumSet.noneOf(StepState.class);
		};
	}

}
