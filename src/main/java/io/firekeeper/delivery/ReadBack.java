package io.firekeeper.delivery;

/**
 * What stands at the target now.
 */
public sealed interface ReadBack {

	/**
	 * A bundle that was delivered by us or at least stands in our layout.
	 *
	 * @param deliveredDigest the HMAC over its bytes
	 * @param directory the name of the directory that {@code current} points to
	 */
	record Found(String deliveredDigest, String directory) implements ReadBack {
	}

	/** Nothing was ever delivered. */
	record Nothing() implements ReadBack {
	}

	/**
	 * It could not be read.
	 *
	 * @param message the system's own words
	 */
	record Failed(String message) implements ReadBack {
	}

}
