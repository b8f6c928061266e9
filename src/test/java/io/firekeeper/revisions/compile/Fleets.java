package io.firekeeper.revisions.compile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;

/**
 * Small fleets for tests: cluster {@code eu} with two replicas, {@code us} with one.
 */
final class Fleets {

	static final Cluster EU = cluster("eu", Map.of("env", "prod", "region", "eu-west-1"));

	static final Cluster US = cluster("us", Map.of("env", "prod", "region", "us-east-1"));

	static final List<Cluster> CLUSTERS = List.of(EU, US);

	static final List<Replica> REPLICAS = List.of(replica(EU, "eu-0", Map.of("zone", "a")),
			replica(EU, "eu-1", Map.of("zone", "b")), replica(US, "us-0", Map.of("zone", "a")));

	private Fleets() {
	}

	static DesiredState state(DesiredPolicy... policies) {
		return new DesiredState(CLUSTERS, REPLICAS, List.of(policies), Set.of("scraper"));
	}

	/** A policy that the change edits and that did not exist before. */
	static DesiredPolicy created(String name, String text) {
		return new DesiredPolicy(name, text, null, true);
	}

	/** A policy that the change edits. */
	static DesiredPolicy edited(String name, String text, String before) {
		return new DesiredPolicy(name, text, before, true);
	}

	/** A policy that the change leaves alone. */
	static DesiredPolicy unchanged(String name, String text) {
		return new DesiredPolicy(name, text, text, false);
	}

	static Cluster cluster(String name, Map<String, String> labels) {
		return new Cluster(id(name), name, ClusterKind.PROMETHEUS, new TreeMap<>(labels), 0);
	}

	static Replica replica(Cluster cluster, String name, Map<String, String> labels) {
		return new Replica(id(name), cluster.id(), name, URI.create("http://127.0.0.1:9090"), new TreeMap<>(labels),
				ReplicaAccess.OPEN, new DirectoryTarget("/tmp/" + name, "/tmp/" + name, "0644", ""), "3.5.0", 0);
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
