package io.firekeeper.revisions;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.Digest;

import org.springframework.stereotype.Component;

/**
 * Proofs that a test knows of.
 */
@Component
class KnownProofs implements ProvenBefore {

	private final Set<String> proven = ConcurrentHashMap.newKeySet();

	void add(UUID replicaId, Digest digest) {
		this.proven.add(replicaId + " " + digest);
	}

	@Override
	public boolean wasProven(UUID replicaId, Digest approvedDigest) {
		return this.proven.contains(replicaId + " " + approvedDigest);
	}

}
