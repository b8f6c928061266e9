package io.firekeeper.telemetry;

import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.fleet.Replica;

/**
 * Looks at replicas: in the background every 15 seconds, and on demand.
 */
public interface Telemetry {

	/** What was last seen; {@code NO_DATA} before the first probe. */
	ReplicaStatus statusOf(UUID replicaId);

	/** Probes now. */
	ReplicaStatus probe(Replica replica);

	/** Reads the reload counters, to be kept before a reload. */
	ReloadMark markBeforeReload(Replica replica);

	/** Makes all observations of a proof, now. */
	Proof prove(Replica replica, Bundle bundle, String deliveredDigest, ReloadOutcome reload, ReloadMark before);

	/** Reads what a gate compares, now. */
	GateReading gateReading(Replica replica);

	/**
	 * Keeps a bundle as the last one proven on the replica. In the caller's transaction.
	 */
	void keepProven(UUID replicaId, long revision, Bundle bundle, String deliveredDigest, Proof proof);

	/** The bundle that was last proven there. */
	Optional<ProvenBundle> lastProven(UUID replicaId);

	/**
	 * A bundle that was proven.
	 *
	 * @param revision the revision that brought it
	 * @param bundle its files, with secret references
	 * @param approvedDigest the digest of these files
	 * @param deliveredDigest the HMAC of the bytes that were delivered
	 */
	record ProvenBundle(long revision, Bundle bundle, Digest approvedDigest, String deliveredDigest) {
	}

}
