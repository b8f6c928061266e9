package io.firekeeper.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A token as pages and the API show it.
 *
 * @param id its id
 * @param owner the account it acts for
 * @param name its name
 * @param permissions what it is for; its owner's rights bound it at each use
 * @param team the only team it is for, {@code null} for all of its owner's
 * @param createdAt when it was created
 * @param expiresAt when it stops working
 * @param lastUsedAt when it was last used, to the minute
 */
record TokenView(UUID id, String owner, String name, List<Permission> permissions, @Nullable String team,
		Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt) {
}
