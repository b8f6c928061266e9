/**
 * One check per file; each returns findings.
 */
@ApplicationModule(allowedDependencies = { "faults", "fleet", "configuration", "policies", "promql" })
@NullMarked
package io.firekeeper.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
