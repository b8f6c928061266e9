package io.firekeeper.console;

import java.util.List;
import java.util.Optional;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;

import org.springframework.stereotype.Component;

/**
 * The policies that reach a cluster.
 */
@Component
class SelectingPolicies {

	private final Policies policies;

	SelectingPolicies(Policies policies) {
		this.policies = policies;
	}

	List<PolicyVersion> of(Cluster cluster) {
		return this.policies.current().stream().filter((version) -> selects(version, cluster)).toList();
	}

	private boolean selects(PolicyVersion version, Cluster cluster) {
		return Optional.ofNullable(version.text())
			.map((text) -> this.policies.read(text, TargetVersion.NEWEST).document())
			.filter((document) -> document.clusters().matches(cluster))
			.isPresent();
	}

}
