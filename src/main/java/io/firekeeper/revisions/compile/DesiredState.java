package io.firekeeper.revisions.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what the fleet should run, read once. The order of the lists
 * does not matter.
 *
 * @param clusters all clusters
 * @param replicas all replicas
 * @param policies all policies, each once
 * @param secrets the names of all secrets
 */
public record DesiredState(List<Cluster> clusters, List<Replica> replicas, List<DesiredPolicy> policies,
		Set<String> secrets) {

	public DesiredState {
		clusters = clusters.stream().sorted(Comparator.comparing(Cluster::name)).toList();
		replicas = replicas.stream().sorted(Comparator.comparing(Replica::name)).toList();
		policies = policies.stream().sorted(Comparator.comparing(DesiredPolicy::name)).toList();
		secrets = Set.copyOf(secrets);
	}

	/**
	 * A policy as it should become.
	 *
	 * @param name its name
	 * @param text what it should be; {@code null} when it is deleted
	 * @param lastGood its last good version, {@code null} when it has none; for a policy
	 * that is edited the version that the edit is based on
	 * @param edited whether the change edits it
	 */
	public record DesiredPolicy(String name, @Nullable String text, @Nullable String lastGood, boolean edited) {
	}

}
