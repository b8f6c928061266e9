package io.firekeeper.revisions;

import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * How a revision moves a policy.
 *
 * @param policyId the policy
 * @param policy its name
 * @param baseNumber the version that is current before; 0 when the policy did not exist
 * @param number the version that is current afterwards; 0 when it does not exist then
 */
@Embeddable
record PolicyStep(UUID policyId, String policy, int baseNumber, int number) {
}
