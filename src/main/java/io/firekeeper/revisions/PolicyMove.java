package io.firekeeper.revisions;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A policy that goes from one version to another.
 *
 * @param policyId the policy
 * @param from the version that is current, 0 for none
 * @param to the version that shall be current, 0 for none
 * @param versions both, by number
 */
record PolicyMove(UUID policyId, int from, int to, Map<Integer, PolicyVersion> versions) {

	PolicyMove {
		versions = Map.copyOf(versions);
	}

	PolicyStep step() {
		return new PolicyStep(this.policyId, this.versions.values().iterator().next().name(), this.from, this.to);
	}

	@Nullable String text() {
		PolicyVersion version = this.versions.get(this.to);
		return (version != null) ? version.text() : null;
	}

	Set<String> teams() {
		Set<String> teams = new TreeSet<>();
		this.versions.values().forEach((version) -> teams.add(version.team()));
		return teams;
	}

}
