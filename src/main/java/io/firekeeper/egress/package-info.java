/**
 * The one guard and the one HTTP client for all outgoing traffic.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web" })
@NullMarked
package io.firekeeper.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
