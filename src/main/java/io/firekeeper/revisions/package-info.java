/**
 * Changes, compile, diff, review and approval.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web", "fleet", "configuration", "policies",
		"checks", "checks :: rules", "ruletests", "secrets" })
@NullMarked
package io.firekeeper.revisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
