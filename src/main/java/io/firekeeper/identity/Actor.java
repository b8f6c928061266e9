package io.firekeeper.identity;

import java.util.Set;
import java.util.UUID;

import io.firekeeper.faults.Fault;

/**
 * Who acts: a person, a token on behalf of a person, or the console itself. A controller
 * takes it as a parameter.
 *
 * @param type the kind of actor
 * @param id the person's id (for a token: its owner's), a fixed one for the console
 * @param name the user name, {@code name/token} for a token
 * @param grants what it may do at this moment
 * @param source the network address the request came from, empty for the console
 */
public record Actor(Type type, UUID id, String name, Set<Grant> grants, String source) {

	/** The console itself, for work that nobody asked for at that moment. */
	public static final Actor SYSTEM = new Actor(Type.SYSTEM, new UUID(0, 0), "firekeeper", Set.of(), "");

	public Actor {
		grants = Set.copyOf(grants);
	}

	/** Whether it holds the permission in any scope. */
	public boolean may(Permission permission) {
		return this.type == Type.SYSTEM || this.grants.stream().anyMatch((grant) -> grant.permission() == permission);
	}

	/** Whether it holds the permission for this team. */
	public boolean may(Permission permission, String team) {
		return this.type == Type.SYSTEM || this.grants.stream().anyMatch((grant) -> grant.covers(permission, team));
	}

	/**
	 * Refuses unless the permission is held for the team.
	 * @throws Fault of kind FORBIDDEN
	 */
	public void require(Permission permission, String team) {
		if (!may(permission, team)) {
			throw Fault.forbidden("identity.permission-missing", permission, team);
		}
	}

	/** The same person, whether signed in or by token. */
	public boolean samePersonAs(UUID otherId) {
		return this.id.equals(otherId);
	}

	/** The kinds of actor. */
	public enum Type {

		USER, TOKEN, SYSTEM

	}

}
