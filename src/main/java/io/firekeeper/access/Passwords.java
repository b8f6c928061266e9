package io.firekeeper.access;

import java.util.Objects;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters OWASP asks for (19 MiB, 2 iterations, 1 lane; Password
 * Storage Cheat Sheet). Few are computed at a time, so that a flood of guesses cannot
 * take all memory.
 */
@Component
class Passwords {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int MEMORY_KIB = 19 * 1024;

	private static final int ITERATIONS = 2;

	private final PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB,
			ITERATIONS);

	private final Semaphore computing = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

	private final String nobodysHash = hash(OneTimeText.create(""));

	String hash(String password) {
		this.computing.acquireUninterruptibly();
		try {
			return Objects.requireNonNull(this.encoder.encode(password));
		}
		finally {
			this.computing.release();
		}
	}

	/**
	 * Whether the password is the one hashed. Without a hash it takes as long and says
	 * no.
	 */
	boolean matches(String password, @Nullable String hash) {
		this.computing.acquireUninterruptibly();
		try {
			boolean equal = this.encoder.matches(password, (hash != null) ? hash : this.nobodysHash);
			return hash != null && equal;
		}
		finally {
			this.computing.release();
		}
	}

}
