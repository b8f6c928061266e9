/**
 * One check per file; each returns findings.
 */
@ApplicationModule(allowedDependencies = { "faults", "fleet", "configuration", "configuration :: alertmanager",
		"configuration :: template", "policies", "promql", "promql :: analysis" })
@NullMarked
package io.firekeeper.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
