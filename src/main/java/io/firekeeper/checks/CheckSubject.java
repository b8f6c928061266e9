package io.firekeeper.checks;

import java.util.List;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.PolicyDocument;

/**
 * What checks look at: one cluster with the policies that reach it, before variables are
 * replaced, and the configuration of each of its replicas after.
 *
 * @param cluster the cluster
 * @param version the oldest version among its replicas
 * @param policies the policies that select it, by name
 * @param rendered the rendered configurations of its replicas
 */
public record CheckSubject(Cluster cluster, TargetVersion version, List<PolicyDocument> policies,
		List<RenderedReplica> rendered) {

	public CheckSubject {
		policies = List.copyOf(policies);
		rendered = List.copyOf(rendered);
	}

	/**
	 * A replica and its rendered prometheus.yml.
	 *
	 * @param replica the replica
	 * @param configuration the tree of its prometheus.yml
	 */
	public record RenderedReplica(Replica replica, YamlMapping configuration) {
	}

}
