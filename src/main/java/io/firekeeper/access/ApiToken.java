package io.firekeeper.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.identity.Permission;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A token with which programs act for its owner. Of its text only the hash is kept.
 */
@Entity
@Table(name = "access_tokens")
class ApiToken {

	@Id
	private UUID id;

	private UUID ownerId;

	private String name;

	private String hash;

	private @Nullable String team;

	private Instant createdAt;

	private Instant expiresAt;

	private @Nullable Instant lastUsedAt;

	private @Nullable Instant revokedAt;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "access_token_permissions", joinColumns = @JoinColumn(name = "token_id"))
	@Enumerated(EnumType.STRING)
	@Column(name = "permission")
	private final Set<Permission> permissions = new HashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected ApiToken() {
	}

	ApiToken(UUID ownerId, NewToken wanted, String hash, Instant createdAt) {
		this.id = UUID.randomUUID();
		this.ownerId = ownerId;
		this.name = wanted.name();
		this.hash = hash;
		this.team = wanted.team();
		this.createdAt = createdAt;
		this.expiresAt = createdAt.plus(wanted.lifetime());
		this.permissions.addAll(wanted.permissions());
	}

	void revoke(Instant at) {
		if (this.revokedAt == null) {
			this.revokedAt = at;
		}
	}

	UUID ownerId() {
		return this.ownerId;
	}

	String name() {
		return this.name;
	}

	TokenView view(String owner) {
		return new TokenView(this.id, owner, this.name, sorted(this.permissions), this.team, this.createdAt,
				this.expiresAt, this.lastUsedAt);
	}

	private static List<Permission> sorted(Collection<Permission> permissions) {
		return permissions.stream().sorted().toList();
	}

}
