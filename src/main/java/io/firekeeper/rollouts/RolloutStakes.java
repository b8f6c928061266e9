package io.firekeeper.rollouts;

import java.util.List;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Who may operate a rollout, and what going back would mean.
 *
 * @param teams the teams whose policies it delivers
 * @param returns the replicas that would go back
 */
record RolloutStakes(List<String> teams, List<Return> returns) {

	/** Whether the person may operate it. */
	boolean allow(Actor actor) {
		return actor.may(Permission.ROLLOUT_OPERATE)
				&& this.teams.stream().allMatch((team) -> actor.may(Permission.ROLLOUT_OPERATE, team));
	}

	/**
	 * A replica that would go back.
	 *
	 * @param replica its name
	 * @param to what was proven there before, {@code null} when nothing was
	 * @param origin the directory of what ran there before Firekeeper, {@code null} when
	 * that cannot be gone back to
	 */
	record Return(String replica, @Nullable String to, @Nullable String origin) {
	}

}
