/**
 * Pure front half of PromQL: lexer, parser, types, printer. No evaluation, no Spring, no
 * other module.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.firekeeper.promql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
