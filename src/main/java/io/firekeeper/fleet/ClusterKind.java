package io.firekeeper.fleet;

/**
 * What the replicas of a cluster are.
 */
public enum ClusterKind {

	/** Prometheus servers. */
	PROMETHEUS

}
