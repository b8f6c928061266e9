/**
 * Leaf: what went wrong, as values. Domain exceptions carry a message key and arguments,
 * never a sentence or a web type.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.firekeeper.faults;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
