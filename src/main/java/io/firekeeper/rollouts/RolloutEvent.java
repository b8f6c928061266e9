package io.firekeeper.rollouts;

import java.time.Instant;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * A line of a rollout's event log.
 *
 * @param at when
 * @param replica where, {@code null} when it concerns the whole rollout
 * @param tone how it is to be read
 * @param message what happened
 */
record RolloutEvent(Instant at, @Nullable String replica, Tone tone, Message message) {
}
