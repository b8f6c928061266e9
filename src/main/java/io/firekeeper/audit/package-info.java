/**
 * Append-only, hash-chained log of every state change and outside effect, and its page.
 */
@ApplicationModule(allowedDependencies = { "identity", "faults", "web" })
@NullMarked
package io.firekeeper.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
