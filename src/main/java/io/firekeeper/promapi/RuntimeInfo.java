package io.firekeeper.promapi;

import java.time.Instant;

/**
 * {@code /api/v1/status/runtimeinfo}.
 *
 * @param startTime when the process started
 * @param workingDirectory the process's working directory
 * @param reloadConfigSuccess whether the last reload succeeded
 * @param lastConfigTime the time of the last successful reload, whole seconds of the
 * replica's clock
 * @param storageRetention such as {@code 15d}
 */
public record RuntimeInfo(Instant startTime, String workingDirectory, boolean reloadConfigSuccess,
		Instant lastConfigTime, String storageRetention) {
}
