package io.firekeeper.rollouts;

/**
 * Where a rollout stands.
 */
enum RolloutState {

	/** Steps are taken. */
	RUNNING,

	/** Steps in flight end; no new one begins. */
	PAUSED,

	/** Every replica it touched goes back. */
	ROLLING_BACK,

	/** Every step that was not skipped is proven and every gate passed. */
	SUCCEEDED,

	/** Every replica it touched runs what was proven there before. */
	ROLLED_BACK,

	/** A replica could not be brought back; a person has to look. */
	FAILED;

	/** Whether it holds its clusters. */
	boolean active() {
		return this == RUNNING || this == PAUSED || this == ROLLING_BACK;
	}

	/** Its tone on pages. */
	public String tone() {
		return switch (this) {
			case RUNNING -> "info";
			case PAUSED -> "wait";
			case ROLLING_BACK, ROLLED_BACK -> "warn";
			case SUCCEEDED -> "ok";
			case FAILED -> "crit";
		};
	}

	/** Whether steps in flight may go on. */
	public boolean forward() {
		return this == RUNNING || this == PAUSED;
	}

}
