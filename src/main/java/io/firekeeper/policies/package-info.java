/**
 * Policy documents, kinds and versions.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web", "fleet", "configuration", "promapi" })
@NullMarked
package io.firekeeper.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
