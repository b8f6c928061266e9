package io.firekeeper.revisions.compile;

import io.firekeeper.configuration.Position;

/**
 * A policy that defines something, and where.
 *
 * @param policy its name
 * @param position the place in its text
 */
record Claimant(String policy, Position position) {
}
