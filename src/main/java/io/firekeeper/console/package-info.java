/**
 * The pages that look across modules: Fleet, Cluster, Replica, Settings.
 */
@ApplicationModule
@NullMarked
package io.firekeeper.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
