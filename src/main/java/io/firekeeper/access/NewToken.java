package io.firekeeper.access;

import java.time.Duration;
import java.util.Set;

import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A token to create.
 *
 * @param name its name, unique among its owner's
 * @param permissions what it is for
 * @param team the only team it is for, {@code null} for all of its owner's
 * @param lifetime how long it works, at most {@link #LONGEST}
 */
record NewToken(String name, Set<Permission> permissions, @Nullable String team, Duration lifetime) {

	static final Duration LONGEST = Duration.ofDays(366);

	NewToken {
		permissions = Set.copyOf(permissions);
	}

}
