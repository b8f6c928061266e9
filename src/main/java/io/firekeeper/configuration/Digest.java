package io.firekeeper.configuration;

/**
 * A SHA-256, as 64 lower-case hex digits.
 *
 * @param hex the digits
 */
public record Digest(String hex) {

	public Digest {
		if (!hex.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("not a SHA-256: " + hex);
		}
	}

	/** The first twelve digits, enough for people. */
	public String brief() {
		return this.hex.substring(0, 12);
	}

	@Override
	public String toString() {
		return this.hex;
	}

}
