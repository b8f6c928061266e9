/**
 * One check per file; each returns findings.
 */
@ApplicationModule(allowedDependencies = { "faults", "fleet", "configuration", "policies" })
@NullMarked
package io.firekeeper.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
