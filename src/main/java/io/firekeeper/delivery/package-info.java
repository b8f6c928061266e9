/**
 * Pushing bundles to replicas, reading them back, and reloading.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "fleet", "configuration", "secrets",
		"promapi", "egress" })
@NullMarked
package io.firekeeper.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
