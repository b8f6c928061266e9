package io.firekeeper.revisions;

import java.util.UUID;

import io.firekeeper.configuration.Digest;

/**
 * Knows which files were proven where. Whoever keeps proofs implements it.
 */
public interface ProvenBefore {

	boolean wasProven(UUID replicaId, Digest approvedDigest);

}
