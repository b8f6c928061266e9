/**
 * Clusters, replicas, labels and selectors.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web", "secrets", "configuration" })
@NullMarked
package io.firekeeper.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
