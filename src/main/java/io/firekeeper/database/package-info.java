/**
 * The PostgreSQL that everything is kept in: an embedded one when none is configured.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.firekeeper.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
