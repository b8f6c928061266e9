package io.firekeeper.testing;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterDraft;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.fleet.ClusterRegistry;
import io.firekeeper.fleet.Consent;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.OutgoingAccess;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.fleet.ReplicaDraft;
import io.firekeeper.fleet.ReplicaRegistry;
import io.firekeeper.identity.Actor;

import org.springframework.boot.test.context.TestComponent;

/**
 * Registers clusters and replicas with names of their own.
 */
@TestComponent
public class FleetFixture {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final Actor ADMIN = TestActors.admin("fleet-fixture");

	private final ClusterRegistry clusters;

	private final ReplicaRegistry replicas;

	private final OutgoingAccess outgoing;

	FleetFixture(ClusterRegistry clusters, ReplicaRegistry replicas, OutgoingAccess outgoing) {
		this.clusters = clusters;
		this.replicas = replicas;
		this.outgoing = outgoing;
	}

	/** Registers a cluster. */
	public Cluster cluster(String prefix, Map<String, String> labels) {
		return this.clusters.register(ADMIN, new ClusterDraft(prefix + "-" + COUNT.incrementAndGet(),
				ClusterKind.PROMETHEUS, new TreeMap<>(labels)));
	}

	/** Registers a replica, whatever its inspection says, and opens the way to it. */
	public Replica replica(Cluster cluster, URI url, DirectoryTarget directory) {
		open(url);
		return this.replicas.register(ADMIN, draft(cluster, url, directory), new Consent(true, null));
	}

	/** A replica's description, with a name of its own. */
	public ReplicaDraft draft(Cluster cluster, URI url, DirectoryTarget directory) {
		return new ReplicaDraft(cluster.name(), cluster.name() + "-" + COUNT.incrementAndGet(), url, new TreeMap<>(),
				ReplicaAccess.OPEN, directory);
	}

	/** Forgets a replica. */
	public void remove(Replica replica) {
		this.replicas.remove(ADMIN, replica.name(), replica.version());
	}

	/** Allows outgoing traffic to an address. */
	public void open(URI url) {
		this.outgoing.missingFor(url).ifPresent((proposal) -> this.outgoing.allow(ADMIN, proposal));
	}

}
