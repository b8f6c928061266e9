package io.firekeeper.fleet;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cluster as a person describes it.
 *
 * @param name unique, a DNS label
 * @param kind what its replicas are
 * @param labels what policies select it by
 */
public record ClusterDraft(String name, ClusterKind kind, SortedMap<String, String> labels) {

	public ClusterDraft {
		labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
	}

}
