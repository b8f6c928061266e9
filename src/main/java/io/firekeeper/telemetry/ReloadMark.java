package io.firekeeper.telemetry;

/**
 * The replica's own reload counters before a reload.
 *
 * @param successTimestamp
 * {@code prometheus_config_last_reload_success_timestamp_seconds}, NaN when it could not
 * be read
 * @param processStart {@code process_start_time_seconds}, NaN when it could not be read
 */
public record ReloadMark(double successTimestamp, double processStart) {
}
