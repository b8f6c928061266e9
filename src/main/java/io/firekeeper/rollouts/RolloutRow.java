package io.firekeeper.rollouts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A rollout in a list.
 *
 * @param number its number
 * @param revision the revision it delivers
 * @param kind what it is for
 * @param state where it stands
 * @param clusters the clusters it changes
 * @param proven replicas that run the revision, proven
 * @param replicas all its replicas
 * @param reason why it is paused, goes back or went back
 * @param startedBy who started it
 * @param startedAt when
 * @param endedAt when it ended
 */
record RolloutRow(long number, long revision, RolloutKind kind, RolloutState state, String clusters, int proven,
		int replicas, @Nullable String reason, String startedBy, Instant startedAt, @Nullable Instant endedAt) {
}
