package io.firekeeper.revisions;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants a policy to be.
 *
 * @param policy the policy's name
 * @param text verbatim; {@code null} to delete the policy
 * @param baseNumber the policy version it is based on, 0 for a new policy
 */
record Draft(String policy, @Nullable String text, int baseNumber) {
}
