package io.firekeeper.identity;

import java.util.UUID;

/**
 * What other modules ask about people who acted earlier.
 */
public interface PeopleDirectory {

	/**
	 * Whether a person lost a right since: the account was disabled, or no role of it
	 * gives the permission for the team any more. Who has no account here, such as the
	 * console itself, has nothing to lose.
	 */
	boolean hasLost(UUID person, Permission permission, String team);

}
