/**
 * Polling, probe, proof and drift.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web", "fleet", "configuration", "delivery",
		"secrets", "promapi", "egress" })
@NullMarked
package io.firekeeper.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
