/**
 * Secret store, references and redaction.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web" })
@NullMarked
package io.firekeeper.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
