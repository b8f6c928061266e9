package io.firekeeper.delivery;

import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.ReplicaAddress;

/**
 * Brings files to replicas. Knows nothing of rollouts beyond the epoch it is given.
 */
public interface Delivery {

	/**
	 * Resolves secrets and pushes a bundle; atomic, or nothing happened.
	 * @param revision for the name of the directory
	 * @param epoch refused when a higher one was here
	 */
	PushOutcome push(Replica replica, Bundle bundle, long revision, long epoch);

	/** The HMAC that a bundle would have at the replica with today's secrets. */
	String expectedDigest(Replica replica, Bundle bundle);

	ReadBack readBack(Replica replica);

	/** One at a time per replica; may take more than two minutes. */
	ReloadOutcome reload(Replica replica);

	/** Whether a reload that we asked for has not been answered yet. */
	boolean isReloading(UUID replicaId);

	/** The address with its secrets resolved, for calls to its API. */
	ReplicaAddress addressOf(Replica replica);

}
