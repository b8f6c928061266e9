package io.firekeeper.identity;

import org.jspecify.annotations.Nullable;

/**
 * A permission within a scope.
 *
 * @param permission what is allowed
 * @param team the team it is allowed for; {@code null} for all teams
 */
public record Grant(Permission permission, @Nullable String team) {

	boolean covers(Permission wanted, @Nullable String wantedTeam) {
		return this.permission == wanted && (this.team == null || this.team.equals(wantedTeam));
	}

}
