/**
 * The command line for pipelines: judges files and expressions without a database, with
 * the core that the console uses.
 */
@ApplicationModule(allowedDependencies = { "checks", "checks :: rules", "configuration",
		"configuration :: alertmanager", "faults", "promql", "promql :: analysis" })
@NullMarked
package io.firekeeper.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
