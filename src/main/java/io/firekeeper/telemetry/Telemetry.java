package io.firekeeper.telemetry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.fleet.Replica;

import org.springframework.stereotype.Service;

/**
 * Looks at replicas: in the background every 15 seconds, and on demand.
 */
@Service
public class Telemetry {

	private final StatusBoard board;

	private final Probes probes;

	private final Proving proving;

	private final GateReadings gates;

	private final ProvenBundles proven;

	private final Origins origins;

	Telemetry(StatusBoard board, Probes probes, Proving proving, GateReadings gates, ProvenBundles proven,
			Origins origins) {
		this.board = board;
		this.probes = probes;
		this.proving = proving;
		this.gates = gates;
		this.proven = proven;
		this.origins = origins;
	}

	/** What was last seen; {@code NO_DATA} before the first probe. */
	public ReplicaStatus statusOf(UUID replicaId) {
		return this.board.statusOf(replicaId);
	}

	/** Probes now, or joins the probe that is under way. Takes ten seconds at most. */
	public ReplicaStatus probe(Replica replica) {
		return this.probes.begin(replica).join();
	}

	/** Reads the reload counters, to be kept before a reload. */
	public ReloadMark markBeforeReload(Replica replica) {
		return this.proving.mark(replica);
	}

	/**
	 * Makes all observations of a proof, now. After an accepted reload it waits up to ten
	 * seconds for the replica's counters.
	 */
	public Proof prove(Replica replica, Bundle bundle, String deliveredDigest, ReloadOutcome reload,
			ReloadMark before) {
		return this.proving.prove(replica, bundle, deliveredDigest, reload, before);
	}

	/** Reads what stands and runs there before anything was ever proven. */
	public OriginReading origin(Replica replica) {
		return this.origins.read(replica);
	}

	/** Makes all observations of a proof that what ran before runs again. */
	public Proof prove(Replica replica, Origin origin, ReloadOutcome reload, ReloadMark before) {
		return this.proving.prove(replica, origin, reload, before);
	}

	/** Reads what a gate compares, now. */
	public GateReading gateReading(Replica replica) {
		return this.gates.read(replica);
	}

	/**
	 * Keeps a bundle as the last one proven on the replica. In the caller's transaction.
	 */
	public void keepProven(UUID replicaId, long revision, Bundle bundle, String deliveredDigest, Proof proof) {
		this.proven.keep(replicaId, new ProvenBundle(revision, bundle, bundle.digest(), deliveredDigest), proof);
	}

	/** The bundle that was last proven there. */
	public Optional<ProvenBundle> lastProven(UUID replicaId) {
		return this.proven.last(replicaId);
	}

	/** The digests of what was last proven, by replica. */
	public Map<UUID, Digest> provenDigests() {
		return this.proven.digests();
	}

	/** Whether files with this digest were ever proven there. */
	public boolean wasProven(UUID replicaId, Digest approvedDigest) {
		return this.proven.wasProven(replicaId, approvedDigest);
	}

	/**
	 * A bundle that was proven.
	 *
	 * @param revision the revision that brought it
	 * @param bundle its files, with secret references
	 * @param approvedDigest the digest of these files
	 * @param deliveredDigest the HMAC of the bytes that were delivered
	 */
	public record ProvenBundle(long revision, Bundle bundle, Digest approvedDigest, String deliveredDigest) {
	}

}
