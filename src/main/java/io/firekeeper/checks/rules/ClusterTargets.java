package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.promql.Dialect;

/**
 * The replicas of a cluster as rules see them: those that differ in nothing but external
 * labels are one, so that a pair is not checked twice.
 */
final class ClusterTargets {

	private ClusterTargets() {
	}

	/**
	 * What evaluates the rules of a cluster; the newest Prometheus when it has no
	 * replica.
	 */
	static Collection<Target> of(List<RenderedReplica> replicas) {
		Map<Target, Target> merged = new LinkedHashMap<>();
		for (RenderedReplica rendered : replicas) {
			Target target = Target.of(dialect(rendered.replica().targetVersion()), rendered.configuration());
			merged.merge(target.labelled(new TreeMap<>()), target, ClusterTargets::merged);
		}
		return merged.isEmpty() ? List.of(Target.of(dialect(TargetVersion.NEWEST))) : new ArrayList<>(merged.values());
	}

	private static Target merged(Target one, Target other) {
		SortedMap<String, String> labels = new TreeMap<>(other.externalLabels());
		labels.putAll(one.externalLabels());
		return one.labelled(labels);
	}

	private static Dialect dialect(TargetVersion version) {
		return Dialect.of(version.major(), version.minor());
	}

}
