package io.firekeeper.telemetry;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often replicas are looked at.
 *
 * @param interval between two probes of a replica
 * @param deadline the total time that a probe may take
 * @param patience how long a proof waits for the counters after an accepted reload
 */
@ConfigurationProperties("firekeeper.telemetry")
record TelemetryProperties(@DefaultValue("15s") Duration interval, @DefaultValue("10s") Duration deadline,
		@DefaultValue("10s") Duration patience) {
}
