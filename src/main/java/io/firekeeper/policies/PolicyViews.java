package io.firekeeper.policies;

import java.util.List;
import java.util.Optional;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Policies together with the clusters that they select.
 */
@Component
class PolicyViews {

	private final Policies policies;

	private final Fleet fleet;

	PolicyViews(Policies policies, Fleet fleet) {
		this.policies = policies;
		this.fleet = fleet;
	}

	List<PolicyView> current(PolicyFilter filter) {
		List<Cluster> clusters = this.fleet.clusters();
		return this.policies.current()
			.stream()
			.filter(filter::accepts)
			.map((policy) -> PolicyView.of(policy, clusters).withoutText())
			.toList();
	}

	/** The teams that own a policy. */
	List<String> teams() {
		return this.policies.current().stream().map(PolicyVersion::team).distinct().sorted().toList();
	}

	/** The current version, empty when the policy is deleted. */
	Optional<PolicyView> current(String name) {
		return this.policies.current(name).map((policy) -> PolicyView.of(policy, this.fleet.clusters()));
	}

	PolicyView version(String name, int number) {
		return this.policies.version(name, number)
			.map((policy) -> PolicyView.of(policy, this.fleet.clusters()))
			.orElseThrow(() -> Fault.notFound("policies.unknown-version", name, number));
	}

	/** The versions of a policy, newest first. */
	List<PolicyView> history(String name) {
		List<Cluster> clusters = this.fleet.clusters();
		List<PolicyView> history = this.policies.history(name)
			.stream()
			.map((version) -> PolicyView.of(version, clusters).withoutText())
			.toList();
		if (history.isEmpty()) {
			throw Fault.notFound("policies.unknown", name);
		}
		return history;
	}

	/**
	 * What is wrong with a text for any replica that it reaches, or for the newest
	 * version when it reaches none.
	 */
	List<Problem> problems(String text) {
		PolicyDocument document = PolicyReader.readEnvelope(text).document();
		return versionsFor(document).stream()
			.flatMap((version) -> this.policies.read(text, version).problems().stream())
			.distinct()
			.sorted(PolicyProblem.BY_PLACE)
			.toList();
	}

	private List<TargetVersion> versionsFor(@Nullable PolicyDocument document) {
		List<TargetVersion> versions = (document == null) ? List.of()
				: this.fleet.clusters()
					.stream()
					.filter(document.clusters()::matches)
					.flatMap((cluster) -> this.fleet.replicasOf(cluster.id()).stream())
					.map(Replica::targetVersion)
					.distinct()
					.toList();
		return versions.isEmpty() ? List.of(TargetVersion.NEWEST) : versions;
	}

}
