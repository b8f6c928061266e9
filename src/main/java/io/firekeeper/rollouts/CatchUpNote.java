package io.firekeeper.rollouts;

import io.firekeeper.faults.Message;

/**
 * Why a replica does not run what its cluster should run, and what it takes.
 *
 * @param rollout the rollout in which that came about
 * @param text for people
 */
public record CatchUpNote(long rollout, Message text) {
}
