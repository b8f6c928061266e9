package io.firekeeper.rollouts;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to roll out.
 *
 * @param revision the revision
 * @param read its digest, as it was read
 * @param parameters how
 * @param breakGlassReason why without approval, empty with approval
 */
record StartRequest(long revision, Digest read, Parameters parameters, String breakGlassReason) {

	/**
	 * A digest that was sent.
	 * @throws Fault INVALID when it is none
	 */
	static Digest digestOf(@Nullable String hex) {
		if (hex == null || !hex.matches("[0-9a-f]{64}")) {
			throw Fault.invalid("rollouts.digest-invalid");
		}
		return new Digest(hex);
	}

}
