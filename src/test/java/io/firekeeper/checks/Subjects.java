package io.firekeeper.checks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;

/**
 * Policies and subjects from short texts.
 */
final class Subjects {

	static final Cluster CLUSTER = new Cluster(new UUID(0, 1), "eu", ClusterKind.PROMETHEUS, new TreeMap<>(), 0);

	private Subjects() {
	}

	/** A policy whose spec begins in line 6. */
	static PolicyDocument policy(String kind, String name, String specAndFiles) {
		String envelope = """
				kind: %s
				name: %s
				team: platform
				clusters: {matchLabels: {}}
				spec:
				""".formatted(kind, name);
		return Objects.requireNonNull(PolicyReader.readEnvelope(envelope + specAndFiles).document());
	}

	/** The cluster with policies, and one replica for each configuration. */
	static CheckSubject subject(List<PolicyDocument> policies, Map<String, String> jobPolicies,
			String... configurations) {
		List<RenderedReplica> rendered = new ArrayList<>();
		for (String configuration : configurations) {
			rendered.add(new RenderedReplica(replica("eu-" + rendered.size()), tree(configuration), jobPolicies));
		}
		return new CheckSubject(CLUSTER, policies, rendered, List.of(), rendered, Set.of());
	}

	/** What was found, as short lines. */
	static List<String> lines(List<Finding> findings) {
		return findings.stream()
			.map((finding) -> finding.severity() + " " + finding.line() + ":" + finding.column() + " " + finding.check()
					+ "." + finding.code() + " " + finding.arguments())
			.toList();
	}

	private static YamlMapping tree(String text) {
		return (YamlMapping) Objects.requireNonNull(Yaml.read(text, Yaml.USER_LIMIT).root());
	}

	private static Replica replica(String name) {
		return new Replica(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), CLUSTER.id(), name,
				URI.create("http://127.0.0.1:9090"), new TreeMap<>(), ReplicaAccess.OPEN,
				new DirectoryTarget("/tmp", "/tmp", "0644", ""), "3.5.0", 0);
	}

}
