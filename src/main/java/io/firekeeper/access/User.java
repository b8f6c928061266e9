package io.firekeeper.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A local account. It is never removed, so that the audit log's names stay theirs; it is
 * disabled instead.
 */
@Entity
@Table(name = "access_users")
class User {

	@Id
	private UUID id;

	private String name;

	private String displayName;

	private String passwordHash;

	private boolean disabled;

	private Instant createdAt;

	private @Nullable Instant lastSignedInAt;

	@Version
	private @Nullable Long version;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "access_role_assignments", joinColumns = @JoinColumn(name = "user_id"))
	private final Set<RoleAssignment> roles = new HashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	User(String name, String displayName, String passwordHash, Instant createdAt) {
		this.id = UUID.randomUUID();
		this.name = name;
		this.displayName = displayName;
		this.passwordHash = passwordHash;
		this.createdAt = createdAt;
	}

	void rename(String displayName) {
		this.displayName = displayName;
	}

	void assign(Collection<RoleAssignment> roles) {
		this.roles.retainAll(roles);
		this.roles.addAll(roles);
	}

	void disable(boolean disabled) {
		this.disabled = disabled;
	}

	void replacePassword(String hash) {
		this.passwordHash = hash;
	}

	boolean isActiveAdmin() {
		return !this.disabled && this.roles.contains(RoleAssignment.everywhere(Role.ADMIN));
	}

	UUID id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	/** The account without its password. */
	UserView view() {
		return new UserView(this.id, this.name, this.displayName, this.disabled,
				this.roles.stream().map(RoleAssignment::toString).sorted().toList(), this.createdAt,
				this.lastSignedInAt, Objects.requireNonNull(this.version));
	}

	@Override
	public String toString() {
		return "user " + this.name;
	}

}
