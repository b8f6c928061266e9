package io.firekeeper.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A random text that is shown once and kept as its SHA-256 only. With 256 random bits a
 * plain hash cannot be guessed.
 */
final class OneTimeText {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private OneTimeText() {
	}

	static String create(String prefix) {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static String hash(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
