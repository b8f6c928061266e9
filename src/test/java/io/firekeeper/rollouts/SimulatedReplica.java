package io.firekeeper.rollouts;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;
import org.jspecify.annotations.Nullable;

/**
 * A replica in memory: what is on its disk, what its process runs, what it counts.
 */
final class SimulatedReplica {

	final Replica replica;

	final AtomicInteger pushes = new AtomicInteger();

	final AtomicInteger reloads = new AtomicInteger();

	final Map<String, Integer> targetsUp = new ConcurrentHashMap<>();

	volatile @Nullable Bundle disk;

	volatile @Nullable Bundle running;

	volatile @Nullable Bundle before;

	volatile @Nullable ProvenBundle proven;

	volatile double counter = 100;

	volatile long epoch;

	volatile boolean alive = true;

	volatile boolean diskFull;

	volatile boolean keepsOldConfiguration;

	volatile Map<String, String> failingRules = Map.of();

	SimulatedReplica(UUID clusterId, String name) {
		this.replica = new Replica(UUID.randomUUID(), clusterId, name, URI.create("http://127.0.0.1:1"),
				new TreeMap<>(), ReplicaAccess.OPEN, new DirectoryTarget("/tmp/" + name, "/tmp/" + name, "0644", ""),
				"3.5.0", 0);
	}

	/** As after an earlier rollout. */
	SimulatedReplica runs(Bundle bundle, long revision) {
		this.disk = bundle;
		this.running = bundle;
		this.proven = new ProvenBundle(revision, bundle, bundle.digest(), delivered(bundle));
		return this;
	}

	String name() {
		return this.replica.name();
	}

	static String delivered(Bundle bundle) {
		return "hmac-" + bundle.digest().hex();
	}

	static boolean isBroken(@Nullable Bundle bundle) {
		return bundle != null && bundle.files().getOrDefault("prometheus.yml", "").contains("broken");
	}

}
