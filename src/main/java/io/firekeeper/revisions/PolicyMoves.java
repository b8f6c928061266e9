package io.firekeeper.revisions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyVersion;

import org.springframework.stereotype.Component;

/**
 * Finds the policies that have to move for clusters to return to an earlier revision:
 * those that reach the clusters, now or then, and had another version when it began.
 */
@Component
class PolicyMoves {

	private final Snapshots snapshots;

	private final Policies policies;

	private final Fleet fleet;

	PolicyMoves(Snapshots snapshots, Policies policies, Fleet fleet) {
		this.snapshots = snapshots;
		this.policies = policies;
		this.fleet = fleet;
	}

	List<PolicyMove> to(Revision target) {
		Map<UUID, Integer> then = this.snapshots.of(target.number());
		Map<UUID, Integer> now = this.policies.currentNumbers();
		Set<UUID> all = new HashSet<>(then.keySet());
		all.addAll(now.keySet());
		List<Cluster> clusters = this.fleet.clusters()
			.stream()
			.filter((cluster) -> target.clusters().contains(cluster.id()))
			.toList();
		return all.stream()
			.sorted()
			.filter((id) -> !now.getOrDefault(id, 0).equals(then.getOrDefault(id, 0)))
			.map((id) -> move(id, now.getOrDefault(id, 0), then.getOrDefault(id, 0)))
			.filter((move) -> reaches(move, clusters))
			.toList();
	}

	private PolicyMove move(UUID policyId, int from, int to) {
		Map<Integer, PolicyVersion> versions = new HashMap<>();
		Stream.of(from, to)
			.filter((number) -> number > 0)
			.forEach((number) -> versions.put(number, this.policies.version(policyId, number).orElseThrow()));
		return new PolicyMove(policyId, from, to, versions);
	}

	private boolean reaches(PolicyMove move, List<Cluster> clusters) {
		return move.versions()
			.values()
			.stream()
			.map(PolicyVersion::text)
			.flatMap(Stream::ofNullable)
			.map((text) -> this.policies.read(text, TargetVersion.NEWEST).document())
			.flatMap(Stream::ofNullable)
			.map(PolicyDocument::clusters)
			.anyMatch((selector) -> clusters.stream().anyMatch(selector::matches));
	}

}
