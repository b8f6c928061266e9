/**
 * Waves, steps, gates and rollback.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web", "fleet", "configuration", "revisions",
		"delivery", "telemetry" })
@NullMarked
package io.firekeeper.rollouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
