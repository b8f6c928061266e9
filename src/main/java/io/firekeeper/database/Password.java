package io.firekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The password of the embedded database: random, in a file that only its owner reads.
 */
final class Password {

	private static final int BYTES = 32;

	private Password() {
	}

	/** Reads the password, and makes one up first when there is none. */
	static String readOrCreate(Path file) throws IOException {
		if (!Files.exists(file)) {
			byte[] bytes = new byte[BYTES];
			new SecureRandom().nextBytes(bytes);
			Path complete = Files.createTempFile(file.getParent(), "password", null,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(complete, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
			Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
		}
		return Files.readString(file).strip();
	}

}
