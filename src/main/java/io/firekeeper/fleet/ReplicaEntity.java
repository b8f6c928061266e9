package io.firekeeper.fleet;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
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
 * A stored replica.
 */
@Entity
@Table(name = "fleet_replica")
class ReplicaEntity {

	@Id
	private UUID id;

	private UUID clusterId;

	private String name;

	private String url;

	@JdbcTypeCode(SqlTypes.JSON)
	private Map<String, String> labels;

	@Enumerated(EnumType.STRING)
	private ReplicaAccess.Scheme accessScheme;

	private @Nullable String accessUsername;

	private @Nullable String accessSecret;

	private @Nullable String caPem;

	private String consoleRoot;

	private String replicaRoot;

	private String fileMode;

	private String fileOwner;

	private String prometheusVersion;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected ReplicaEntity() {
	}

	@SuppressWarnings("NullAway.Init")
	ReplicaEntity(UUID clusterId, ReplicaDraft draft, String prometheusVersion) {
		this.id = UUID.randomUUID();
		this.clusterId = clusterId;
		this.name = draft.name();
		this.prometheusVersion = prometheusVersion;
		describe(draft);
	}

	/** Everything but name and cluster, which never change. */
	final void describe(ReplicaDraft draft) {
		this.url = draft.url().toString();
		this.labels = new TreeMap<>(draft.labels());
		describe(draft.access());
		describe(draft.directory());
	}

	void observed(String prometheusVersion) {
		this.prometheusVersion = prometheusVersion;
	}

	/** The value; only once it is stored. */
	Replica toReplica() {
		return new Replica(this.id, this.clusterId, this.name, URI.create(this.url), new TreeMap<>(this.labels),
				new ReplicaAccess(this.accessScheme, this.accessUsername, this.accessSecret, this.caPem),
				new DirectoryTarget(this.consoleRoot, this.replicaRoot, this.fileMode, this.fileOwner),
				this.prometheusVersion, Objects.requireNonNull(this.version));
	}

	private void describe(ReplicaAccess access) {
		this.accessScheme = access.scheme();
		this.accessUsername = access.username();
		this.accessSecret = access.secretName();
		this.caPem = access.caPem();
	}

	private void describe(DirectoryTarget directory) {
		this.consoleRoot = directory.consoleRoot();
		this.replicaRoot = directory.replicaRoot();
		this.fileMode = directory.fileMode();
		this.fileOwner = directory.owner();
	}

}
