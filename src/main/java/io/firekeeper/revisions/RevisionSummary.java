package io.firekeeper.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.configuration.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A revision as other modules see it.
 *
 * @param number such as 418 for r418
 * @param title what it is for
 * @param author the name of who submitted it
 * @param authorId who submitted it
 * @param approvers the names of who approved it
 * @param state where it stands
 * @param digest over all its bundles, what an approval binds to
 * @param clusterIds the clusters it changes
 * @param teams the teams whose policies it edits
 * @param createdAt when it was submitted
 * @param changeNumber the change it came from, {@code null} for a return to an earlier
 * revision
 */
public record RevisionSummary(long number, String title, String author, UUID authorId, List<String> approvers,
		RevisionState state, Digest digest, Set<UUID> clusterIds, Set<String> teams, Instant createdAt,
		@Nullable Long changeNumber) {
}
