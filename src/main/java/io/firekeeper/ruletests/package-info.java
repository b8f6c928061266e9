/**
 * The unit tests that policies bring for their rules, run by promtool.
 */
@ApplicationModule(allowedDependencies = { "checks", "configuration", "policies" })
@NullMarked
package io.firekeeper.ruletests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
