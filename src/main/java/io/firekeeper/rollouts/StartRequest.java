package io.firekeeper.rollouts;

/**
 * What a person wants to roll out.
 *
 * @param revision the revision
 * @param parameters how
 * @param breakGlassReason why without approval, empty with approval
 */
record StartRequest(long revision, Parameters parameters, String breakGlassReason) {
}
