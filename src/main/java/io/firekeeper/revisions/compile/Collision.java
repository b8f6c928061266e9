package io.firekeeper.revisions.compile;

/**
 * Two policies that define the same thing.
 *
 * @param kind what sort of thing: {@code job}, {@code file}, {@code field},
 * {@code high-availability}
 * @param name the thing
 * @param first the policy that comes first
 * @param second the other
 */
record Collision(String kind, String name, Claimant first, Claimant second) {
}
