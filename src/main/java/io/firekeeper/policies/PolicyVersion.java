package io.firekeeper.policies;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A version of a policy. Immutable.
 *
 * @param policyId the policy
 * @param name the policy's name
 * @param kind the policy's kind
 * @param team the owning team
 * @param number from 1
 * @param text the document verbatim; {@code null} for a version that deletes the policy
 * @param revision the number of the revision that brought it
 * @param author who wrote it
 * @param createdAt when it became a version
 */
public record PolicyVersion(UUID policyId, String name, PolicyKind kind, String team, int number, @Nullable String text,
		long revision, String author, Instant createdAt) {

	public boolean deletes() {
		return this.text == null;
	}

}
