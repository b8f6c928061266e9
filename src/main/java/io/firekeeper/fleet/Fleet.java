package io.firekeeper.fleet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clusters and replicas that are registered.
 */
@Service
public class Fleet {

	private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}([.+~-][A-Za-z0-9.+~-]{0,60})?");

	private final Clusters clusters;

	private final Replicas replicas;

	Fleet(Clusters clusters, Replicas replicas) {
		this.clusters = clusters;
		this.replicas = replicas;
	}

	/** All clusters, by name. */
	@Transactional(readOnly = true)
	public List<Cluster> clusters() {
		return this.clusters.findAllByOrderByName().stream().map(ClusterEntity::toCluster).toList();
	}

	/** All replicas, by name. */
	@Transactional(readOnly = true)
	public List<Replica> replicas() {
		return this.replicas.findAllByOrderByName().stream().map(ReplicaEntity::toReplica).toList();
	}

	/** The replicas of a cluster, by name. */
	@Transactional(readOnly = true)
	public List<Replica> replicasOf(UUID clusterId) {
		return this.replicas.findByClusterIdOrderByName(clusterId).stream().map(ReplicaEntity::toReplica).toList();
	}

	@Transactional(readOnly = true)
	public Optional<Cluster> cluster(String name) {
		return this.clusters.findByName(name).map(ClusterEntity::toCluster);
	}

	@Transactional(readOnly = true)
	public Optional<Cluster> cluster(UUID id) {
		return this.clusters.findById(id).map(ClusterEntity::toCluster);
	}

	@Transactional(readOnly = true)
	public Optional<Replica> replica(String name) {
		return this.replicas.findByName(name).map(ReplicaEntity::toReplica);
	}

	@Transactional(readOnly = true)
	public Optional<Replica> replica(UUID id) {
		return this.replicas.findById(id).map(ReplicaEntity::toReplica);
	}

	/**
	 * Notes the version that the replica reported, when it differs. What is no version is
	 * not noted. An observation and no edit: it makes nobody's form stale.
	 */
	@Transactional
	public void observedVersion(UUID replicaId, String prometheusVersion) {
		if (isVersion(prometheusVersion)) {
			this.replicas.noteVersion(replicaId, prometheusVersion);
		}
	}

	static boolean isVersion(String text) {
		return VERSION.matcher(text).matches();
	}

}
