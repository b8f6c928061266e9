package io.firekeeper.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields, each preceded by its length in bytes, so that no two rows have the
 * same input. The first field is the version of this format.
 */
final class EntryDigest {

	private static final String FORMAT = "firekeeper-audit-1";

	private static final int ABSENT = -1;

	private final MessageDigest digest = sha256();

	EntryDigest() {
		add(FORMAT);
	}

	EntryDigest add(@Nullable String field) {
		if (field == null) {
			this.digest.update(length(ABSENT));
			return this;
		}
		byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
		this.digest.update(length(bytes.length));
		this.digest.update(bytes);
		return this;
	}

	String hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private static byte[] length(int length) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
