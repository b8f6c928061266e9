/**
 * Layout, error pages, htmx support, live updates and static assets.
 */
@ApplicationModule(allowedDependencies = { "identity", "faults" })
@NullMarked
package io.firekeeper.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
