/**
 * Client of the Prometheus HTTP API. Every answer is a sealed outcome.
 */
@ApplicationModule(allowedDependencies = { "egress", "faults" })
@NullMarked
package io.firekeeper.promapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
