package io.firekeeper.rollouts;

import java.util.UUID;

import io.firekeeper.configuration.Digest;
import io.firekeeper.revisions.ProvenBefore;
import io.firekeeper.telemetry.Telemetry;

import org.springframework.stereotype.Component;

/**
 * Tells revisions what telemetry knows to be proven.
 */
@Component
class ProvenHistory implements ProvenBefore {

	private final Telemetry telemetry;

	ProvenHistory(Telemetry telemetry) {
		this.telemetry = telemetry;
	}

	@Override
	public boolean wasProven(UUID replicaId, Digest approvedDigest) {
		return this.telemetry.wasProven(replicaId, approvedDigest);
	}

}
