package io.firekeeper.rollouts;

/**
 * A rollout was started, or a person acted on it.
 *
 * @param number the rollout
 */
record RolloutChanged(long number) {
}
