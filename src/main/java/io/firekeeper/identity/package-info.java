/**
 * Leaf: who acts and what they may do, as values.
 */
@ApplicationModule(allowedDependencies = { "faults" })
@NullMarked
package io.firekeeper.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
