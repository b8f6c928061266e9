package io.firekeeper.delivery;

import io.firekeeper.configuration.Bundle;

/**
 * Files on their way to a replica. Never printed: its secrets are in clear.
 *
 * @param revision the revision that brings them
 * @param epoch of the rollout that brings them
 * @param resolved the files with secrets in clear
 * @param digest the HMAC over their bytes
 */
public record Consignment(long revision, long epoch, Bundle resolved, String digest) {

	@Override
	public String toString() {
		return "Consignment[revision=" + this.revision + ", epoch=" + this.epoch + ", digest=" + this.digest + "]";
	}

}
