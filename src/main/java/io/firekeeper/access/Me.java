package io.firekeeper.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Grant;
import io.firekeeper.identity.Permission;

/**
 * Who the caller is and what the caller may do now.
 *
 * @param name the user name, {@code name/token} for a token
 * @param type a person or a token
 * @param permissions what is allowed in some scope
 * @param grants what is allowed, each with its team ({@code null} for all)
 */
record Me(String name, Actor.Type type, Set<Permission> permissions, List<Grant> grants) {

	static Me of(Actor actor) {
		Set<Permission> permissions = new TreeSet<>(actor.grants().stream().map(Grant::permission).toList());
		return new Me(actor.name(), actor.type(), permissions,
				actor.grants().stream().sorted(Comparator.comparing(Grant::toString)).toList());
	}

}
