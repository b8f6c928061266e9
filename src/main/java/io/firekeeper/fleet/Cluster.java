package io.firekeeper.fleet;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Replicas that serve the same purpose, as a value.
 *
 * @param id its identity
 * @param name unique, a DNS label; it stands in URLs and never changes
 * @param kind what its replicas are
 * @param labels what policies select it by
 * @param version for optimistic locking
 */
public record Cluster(UUID id, String name, ClusterKind kind, SortedMap<String, String> labels, long version) {

	public Cluster {
		labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
	}

}
