package io.firekeeper.fleet;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Selects clusters by label, and by name through the label {@code cluster} that every
 * cluster has. All must match; an empty one matches every cluster.
 *
 * @param matchLabels the labels and values that a cluster must have
 */
public record LabelSelector(SortedMap<String, String> matchLabels) {

	/** The label that every cluster has, with its name as the value. */
	public static final String NAME_LABEL = "cluster";

	public LabelSelector {
		matchLabels = Collections.unmodifiableSortedMap(new TreeMap<>(matchLabels));
	}

	public static LabelSelector of(Map<String, String> matchLabels) {
		return new LabelSelector(new TreeMap<>(matchLabels));
	}

	public boolean matches(Cluster cluster) {
		return this.matchLabels.entrySet()
			.stream()
			.allMatch((entry) -> entry.getKey().equals(NAME_LABEL) ? cluster.name().equals(entry.getValue())
					: entry.getValue().equals(cluster.labels().get(entry.getKey())));
	}

}
