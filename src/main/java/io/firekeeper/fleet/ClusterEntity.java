package io.firekeeper.fleet;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A stored cluster.
 */
@Entity
@Table(name = "fleet_cluster")
class ClusterEntity {

	@Id
	private UUID id;

	private String name;

	@Enumerated(EnumType.STRING)
	private ClusterKind kind;

	@JdbcTypeCode(SqlTypes.JSON)
	private Map<String, String> labels;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected ClusterEntity() {
	}

	ClusterEntity(ClusterDraft draft) {
		this.id = UUID.randomUUID();
		this.name = draft.name();
		this.kind = draft.kind();
		this.labels = new TreeMap<>(draft.labels());
	}

	void relabel(SortedMap<String, String> labels) {
		this.labels = new TreeMap<>(labels);
	}

	UUID id() {
		return this.id;
	}

	/** The value; only once it is stored. */
	Cluster toCluster() {
		return new Cluster(this.id, this.name, this.kind, new TreeMap<>(this.labels),
				Objects.requireNonNull(this.version));
	}

}
