package io.firekeeper.access;

import java.util.Set;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Grant;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person has, for one team or for the installation. As text it is
 * {@code EDITOR:payments} or {@code ADMIN}.
 *
 * @param role the role
 * @param team the team, {@value #EVERYWHERE} for the installation
 */
@Embeddable
record RoleAssignment(@Enumerated(EnumType.STRING) Role role, String team) {

	static final String EVERYWHERE = "*";

	static RoleAssignment everywhere(Role role) {
		return new RoleAssignment(role, EVERYWHERE);
	}

	/**
	 * Reads the text form.
	 * @throws Fault of kind INVALID for an unknown role, or for an admin of one team
	 */
	static RoleAssignment parse(String text) {
		int colon = text.indexOf(':');
		String name = (colon < 0) ? text : text.substring(0, colon);
		Role role = Role.named(name);
		if (colon < 0) {
			return everywhere(role);
		}
		if (role == Role.ADMIN) {
			throw Fault.invalid("access.admin-has-no-team");
		}
		return new RoleAssignment(role, text.substring(colon + 1));
	}

	/** The team, {@code null} for the installation. */
	@Nullable String onlyTeam() {
		return this.team.equals(EVERYWHERE) ? null : this.team;
	}

	Set<Grant> grants() {
		return this.role.grants(onlyTeam());
	}

	@Override
	public String toString() {
		return this.team.equals(EVERYWHERE) ? this.role.name() : this.role + ":" + this.team;
	}

}
