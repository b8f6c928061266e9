package io.firekeeper.rollouts;

import java.util.UUID;

import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.GateReading;
import org.jspecify.annotations.Nullable;

/**
 * A replica's figures before its wave, and those of a twin that the wave leaves alone.
 *
 * @param stepId the step
 * @param before the replica's own figures
 * @param twin the twin, {@code null} when the cluster has no untouched replica left
 * @param twinBefore the twin's figures
 */
record Baseline(UUID stepId, GateReading before, @Nullable Replica twin, @Nullable GateReading twinBefore) {
}
