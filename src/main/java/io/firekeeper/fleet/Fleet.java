package io.firekeeper.fleet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The clusters and replicas that are registered.
 */
public interface Fleet {

	/** All clusters, by name. */
	List<Cluster> clusters();

	/** All replicas, by name. */
	List<Replica> replicas();

	/** The replicas of a cluster, by name. */
	List<Replica> replicasOf(UUID clusterId);

	Optional<Cluster> cluster(String name);

	Optional<Cluster> cluster(UUID id);

	Optional<Replica> replica(String name);

	Optional<Replica> replica(UUID id);

	/** Notes the version that the replica reported, when it differs. */
	void observedVersion(UUID replicaId, String prometheusVersion);

}
