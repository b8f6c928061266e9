/**
 * Users, teams, roles, tokens and sign-in.
 */
@ApplicationModule(allowedDependencies = { "identity", "audit", "faults", "web" })
@NullMarked
package io.firekeeper.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
