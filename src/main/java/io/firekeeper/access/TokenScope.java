package io.firekeeper.access;

import java.util.Set;
import java.util.stream.Collectors;

import io.firekeeper.identity.Grant;
import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Cuts its owner's rights to what a token allows.
 */
final class TokenScope {

	private TokenScope() {
	}

	/**
	 * The part of the owner's grants that the token carries.
	 * @param owner what the owner may do now
	 * @param permissions what the token was made for
	 * @param team the only team it is for, {@code null} for all of the owner's
	 */
	static Set<Grant> cut(Set<Grant> owner, Set<Permission> permissions, @Nullable String team) {
		return owner.stream()
			.filter((grant) -> permissions.contains(grant.permission()))
			.filter((grant) -> team == null || within(team, grant))
			.map((grant) -> grant.permission().scopedByTeam() && team != null ? new Grant(grant.permission(), team)
					: grant)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean within(String team, Grant grant) {
		if (!grant.permission().scopedByTeam()) {
			return grant.permission() == Permission.READ;
		}
		return grant.team() == null || grant.team().equals(team);
	}

}
