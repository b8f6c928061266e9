/**
 * Pure model of alertmanager.yml: what a version accepts, how alerts are routed, and
 * whether what runs is what should run.
 */
@NamedInterface("alertmanager")
@NullMarked
package io.firekeeper.configuration.alertmanager;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
