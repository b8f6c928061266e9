/**
 * Firekeeper: control plane for Prometheus and Alertmanager fleets.
 */
@NullMarked
package io.firekeeper;

import org.jspecify.annotations.NullMarked;
