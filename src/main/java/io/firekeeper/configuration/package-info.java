/**
 * Pure model of prometheus.yml and rule files: reading, checking, printing and comparing.
 * No Spring, no persistence, no other module but PromQL.
 */
@ApplicationModule(allowedDependencies = "promql")
@NullMarked
package io.firekeeper.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
