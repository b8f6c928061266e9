package io.firekeeper.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Grant;
import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A set of permissions that people are given, for one team or for the installation.
 */
enum Role {

	/** Sees everything but secrets. */
	VIEWER(EnumSet.of(Permission.READ)),

	/** Drafts and submits changes. */
	EDITOR(EnumSet.of(Permission.READ, Permission.CHANGE_EDIT)),

	/** Approves what others submitted. */
	APPROVER(EnumSet.of(Permission.READ, Permission.REVISION_APPROVE, Permission.AUDIT_READ)),

	/** Rolls out, and keeps the fleet and its secrets. */
	OPERATOR(EnumSet.of(Permission.READ, Permission.ROLLOUT_OPERATE, Permission.FLEET_EDIT, Permission.SECRET_EDIT,
			Permission.AUDIT_READ)),

	/** May do everything. */
	ADMIN(EnumSet.allOf(Permission.class));

	private final Set<Permission> permissions;

	Role(Set<Permission> permissions) {
		this.permissions = Collections.unmodifiableSet(permissions);
	}

	/**
	 * The role of this name.
	 * @throws Fault of kind INVALID when there is none
	 */
	static Role named(String name) {
		return Arrays.stream(values())
			.filter((role) -> role.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Fault.invalid("access.role-unknown", name, Arrays.toString(values())));
	}

	public Set<Permission> permissions() {
		return this.permissions;
	}

	/**
	 * What the role allows in a scope. Within a team it is reading and what is granted
	 * per team; permissions for the whole installation need the role without a team.
	 */
	Set<Grant> grants(@Nullable String team) {
		return this.permissions.stream()
			.filter((permission) -> team == null || permission == Permission.READ || permission.scopedByTeam())
			.map((permission) -> new Grant(permission, permission.scopedByTeam() ? team : null))
			.collect(Collectors.toUnmodifiableSet());
	}

}
