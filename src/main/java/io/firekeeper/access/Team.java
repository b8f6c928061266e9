package io.firekeeper.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * People who own policies together. Its name stands in policies and never changes.
 */
@Entity
@Table(name = "access_teams")
class Team {

	@Id
	private UUID id;

	private String name;

	private String displayName;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "access_team_selectors", joinColumns = @JoinColumn(name = "team_id"))
	@MapKeyColumn(name = "label")
	@Column(name = "value")
	private final Map<String, String> clusters = new HashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected Team() {
	}

	Team(String name, Instant createdAt) {
		this.id = UUID.randomUUID();
		this.name = name;
		this.displayName = name;
		this.createdAt = createdAt;
	}

	void rename(String displayName) {
		this.displayName = displayName;
	}

	void mayTarget(Map<String, String> clusters) {
		this.clusters.keySet().retainAll(clusters.keySet());
		this.clusters.putAll(clusters);
	}

	TeamView view() {
		return new TeamView(this.name, this.displayName, Map.copyOf(this.clusters), this.createdAt,
				Objects.requireNonNull(this.version));
	}

}
