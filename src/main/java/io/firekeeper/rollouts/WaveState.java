package io.firekeeper.rollouts;

/**
 * Where a wave stands.
 */
enum WaveState {

	/** An earlier wave is not done. */
	WAITING,

	/** Its steps are taken. */
	RUNNING,

	/** Its steps are settled; it is watched, then its gate is read. */
	SOAKING,

	/** Its gate passed. */
	PASSED,

	/** Its gate failed, or the rollout went back before it passed. */
	FAILED;

	/** Its tone on pages. */
	public String tone() {
		return switch (this) {
			case WAITING -> "none";
			case RUNNING, SOAKING -> "info";
			case PASSED -> "ok";
			case FAILED -> "crit";
		};
	}

}
