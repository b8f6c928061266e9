/**
 * What is wrong with rules that Prometheus would load: one check per file. No Spring but
 * for the one class that hands the findings to the console.
 */
@NamedInterface("rules")
@NullMarked
package io.firekeeper.checks.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
