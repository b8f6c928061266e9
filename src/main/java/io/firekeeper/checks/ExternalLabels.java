package io.firekeeper.checks;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;

/**
 * The external labels of the replicas of one cluster.
 */
final class ExternalLabels {

	private ExternalLabels() {
	}

	/** By label. */
	static SortedMap<String, String> of(RenderedReplica replica) {
		SortedMap<String, String> labels = new TreeMap<>();
		if (replica.configuration().get("global") instanceof YamlMapping global
				&& global.get("external_labels") instanceof YamlMapping mapping) {
			for (YamlMapping.Entry entry : mapping.entries()) {
				labels.put(entry.key().text(), (entry.value() instanceof YamlScalar value) ? value.text() : "");
			}
		}
		return labels;
	}

	/** The labels whose values are not the same on all replicas. */
	static List<String> differing(List<RenderedReplica> replicas) {
		return replicas.stream()
			.flatMap((replica) -> of(replica).keySet().stream())
			.distinct()
			.sorted()
			.filter((label) -> values(replicas, label) > 1)
			.toList();
	}

	private static long values(List<RenderedReplica> replicas, String label) {
		return replicas.stream().map((replica) -> of(replica).getOrDefault(label, "")).distinct().count();
	}

}
