package io.firekeeper.database;

import java.nio.file.Path;

/**
 * Where the embedded PostgreSQL keeps its things.
 *
 * @param root the directory {@code postgresql} in the console's data directory
 */
record Layout(Path root) {

	static Layout in(Path dataDirectory) {
		return new Layout(dataDirectory.toAbsolutePath().normalize().resolve("postgresql"));
	}

	/** Locked by the console that runs the server. */
	Path lock() {
		return this.root.resolve("console.lock");
	}

	/** The password of both database roles, for the console alone. */
	Path password() {
		return this.root.resolve("password");
	}

	/** The unpacked programs of one version. */
	Path binaries(String version) {
		return this.root.resolve("binaries-" + version);
	}

	/** The database cluster. */
	Path data() {
		return this.root.resolve("data");
	}

	/** A database cluster that is not complete yet. */
	Path initializing() {
		return this.root.resolve("data.initializing");
	}

	Path log() {
		return this.root.resolve("log");
	}

}
