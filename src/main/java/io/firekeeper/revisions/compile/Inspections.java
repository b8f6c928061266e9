package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;

/**
 * What the versions of their replicas refuse in policies or warn about. Several threads
 * may ask.
 */
final class Inspections {

	private final PolicyTexts texts;

	private final Map<UUID, List<Replica>> replicas;

	private final Map<Cluster, List<TargetVersion>> versions;

	Inspections(DesiredState state, PolicyTexts texts) {
		this.texts = texts;
		this.replicas = state.replicas().stream().collect(Collectors.groupingBy(Replica::clusterId));
		this.versions = state.clusters()
			.stream()
			.collect(Collectors.toMap(Function.identity(),
					(cluster) -> replicas(cluster.id()).stream().map(Replica::targetVersion).distinct().toList()));
	}

	/** The texts that are inspected. */
	PolicyTexts texts() {
		return this.texts;
	}

	/** Those of a cluster. */
	List<Replica> replicas(UUID cluster) {
		return this.replicas.getOrDefault(cluster, List.of());
	}

	/**
	 * The desired version, inspected as soon as it was read, while its tree is in the
	 * caches.
	 */
	Choice desired(DesiredPolicy policy) {
		Choice choice = Choice.desired(policy, this.texts);
		if (choice.read() != null && choice.problems().isEmpty()) {
			of(choice.read());
		}
		return choice;
	}

	/** The problems of a policy whose envelope has none. */
	List<Problem> of(ReadPolicy policy) {
		return versions(policy.document()).flatMap((version) -> policy.problems(version).stream()).distinct().toList();
	}

	private Stream<TargetVersion> versions(PolicyDocument document) {
		List<TargetVersion> versions = this.versions.entrySet()
			.stream()
			.filter((cluster) -> document.clusters().matches(cluster.getKey()))
			.flatMap((cluster) -> cluster.getValue().stream())
			.distinct()
			.sorted()
			.toList();
		return versions.isEmpty() ? Stream.of(TargetVersion.NEWEST) : versions.stream();
	}

}
