package io.firekeeper.access;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A team as pages and the API show it.
 *
 * @param name its name
 * @param displayName its name for people
 * @param clusters the labels a cluster must carry so that its policies may target it;
 * empty for every cluster
 * @param createdAt when it was created
 * @param version its version, also its entity tag
 */
record TeamView(String name, String displayName, Map<String, String> clusters, Instant createdAt, long version) {

	/** The labels as the form shows them. */
	public String selectorText() {
		return new TreeMap<>(this.clusters).entrySet()
			.stream()
			.map((label) -> label.getKey() + "=" + label.getValue())
			.collect(Collectors.joining(", "));
	}

}
