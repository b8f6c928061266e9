package io.firekeeper.web;

import java.time.Instant;

/**
 * Something changed.
 *
 * @param number its place in the order of this console
 * @param at when this console heard of it
 * @param topic what changed
 */
record LiveEvent(long number, Instant at, String topic) {
}
