package io.firekeeper.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Grant;
import io.firekeeper.identity.Permission;

/**
 * Actors for tests of services.
 */
public final class TestActors {

	private TestActors() {
	}

	/** A person with every permission for every team. */
	public static Actor admin(String name) {
		return with(name, Permission.values());
	}

	/** A person with some permissions for every team. */
	public static Actor with(String name, Permission... permissions) {
		return new Actor(Actor.Type.USER, id(name), name,
				Arrays.stream(permissions).map((permission) -> new Grant(permission, null)).collect(Collectors.toSet()),
				"127.0.0.1");
	}

	/** A person with some permissions for one team. */
	public static Actor inTeam(String name, String team, Permission... permissions) {
		Set<Grant> grants = Arrays.stream(permissions)
			.map((permission) -> new Grant(permission, permission.scopedByTeam() ? team : null))
			.collect(Collectors.toSet());
		return new Actor(Actor.Type.USER, id(name), name, grants, "127.0.0.1");
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
