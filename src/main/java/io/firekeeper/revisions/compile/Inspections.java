package io.firekeeper.revisions.compile;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.Readings;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;

/**
 * What the versions of their replicas refuse in policies or warn about, found out once
 * for every document: attempts have most of their choices in common. Several threads may
 * ask.
 */
final class Inspections {

	private final DesiredState state;

	private final Map<UUID, List<Replica>> replicas;

	private final Readings readings = new Readings();

	private final Map<PolicyDocument, List<Problem>> problems = Collections.synchronizedMap(new IdentityHashMap<>());

	Inspections(DesiredState state) {
		this.state = state;
		this.replicas = state.replicas().stream().collect(Collectors.groupingBy(Replica::clusterId));
	}

	/** The expressions and templates that were read. */
	Readings readings() {
		return this.readings;
	}

	/** Those of a cluster. */
	List<Replica> replicas(UUID cluster) {
		return this.replicas.getOrDefault(cluster, List.of());
	}

	/** Inspects a choice as soon as it was read, while its tree is in the caches. */
	Choice inspected(Choice choice) {
		if (choice.document() != null && choice.problems().isEmpty()) {
			of(choice.document());
		}
		return choice;
	}

	/** The problems of a document whose envelope can be read. */
	List<Problem> of(PolicyDocument document) {
		List<Problem> known = this.problems.get(document);
		if (known == null) {
			known = versions(document)
				.flatMap((version) -> PolicyReader.problemsAndWarnings(document, version, this.readings).stream())
				.distinct()
				.toList();
			this.problems.put(document, known);
		}
		return known;
	}

	private Stream<TargetVersion> versions(PolicyDocument document) {
		List<TargetVersion> versions = this.state.clusters()
			.stream()
			.filter(document.clusters()::matches)
			.flatMap((cluster) -> replicas(cluster.id()).stream())
			.map(Replica::targetVersion)
			.distinct()
			.sorted()
			.toList();
		return versions.isEmpty() ? Stream.of(TargetVersion.NEWEST) : versions.stream();
	}

}
