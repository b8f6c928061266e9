package io.firekeeper.checks;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.PolicyDocument;

/**
 * What cluster checks look at: one cluster with the policies that reach it, before
 * variables are replaced, and the configuration of each of its replicas after.
 *
 * @param cluster the cluster
 * @param policies the policies that select it, by name; an edited one as it is written,
 * even where it has errors and another version is rendered
 * @param rendered the rendered configurations of its replicas
 * @param before the policies that selected it before the change
 * @param renderedBefore the configurations of its replicas before the change
 * @param edited the names of the policies that the change edits, but for those whose
 * edited text cannot be read
 */
public record CheckSubject(Cluster cluster, List<PolicyDocument> policies, List<RenderedReplica> rendered,
		List<PolicyDocument> before, List<RenderedReplica> renderedBefore, Set<String> edited) {

	public CheckSubject {
		policies = List.copyOf(policies);
		rendered = List.copyOf(rendered);
		before = List.copyOf(before);
		renderedBefore = List.copyOf(renderedBefore);
		edited = Set.copyOf(edited);
	}

	/**
	 * A replica and its rendered prometheus.yml.
	 *
	 * @param replica the replica
	 * @param configuration the tree of its prometheus.yml; places are those of the
	 * policies' texts
	 * @param jobPolicies the policy of each scrape job, by job name
	 */
	public record RenderedReplica(Replica replica, YamlMapping configuration, Map<String, String> jobPolicies) {

		public RenderedReplica {
			jobPolicies = Map.copyOf(jobPolicies);
		}

	}

}
