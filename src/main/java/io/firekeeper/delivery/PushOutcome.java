package io.firekeeper.delivery;

/**
 * What became of pushing a bundle.
 */
public sealed interface PushOutcome {

	/**
	 * The bundle is in place, synced and swapped in.
	 *
	 * @param deliveredDigest the HMAC over the resolved bytes
	 */
	record Pushed(String deliveredDigest) implements PushOutcome {
	}

	/**
	 * A rollout with a higher epoch was here; nothing was touched.
	 *
	 * @param current the epoch found
	 */
	record EpochRefused(long current) implements PushOutcome {
	}

	/**
	 * A secret that the bundle refers to does not exist; nothing was touched.
	 *
	 * @param name the secret
	 */
	record SecretMissing(String name) implements PushOutcome {
	}

	/**
	 * The target refused: not writable, full, gone. What was current stays current.
	 *
	 * @param message the system's own words
	 */
	record Failed(String message) implements PushOutcome {
	}

}
