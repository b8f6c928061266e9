package io.firekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The files of the embedded database: created once, configured at every start.
 */
final class DatabaseFiles {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseFiles.class);

	private static final String SETTINGS = "firekeeper.conf";

	private final Layout layout;

	DatabaseFiles(Layout layout) {
		this.layout = layout;
	}

	/**
	 * Creates the files unless they are there. What an interrupted attempt left is thrown
	 * away: only complete files get their final name.
	 */
	void ensure(Binaries binaries, Programs programs) throws IOException {
		if (Files.exists(this.layout.data())) {
			requireVersion();
			return;
		}
		FileSystemUtils.deleteRecursively(this.layout.initializing());
		programs.run(binaries.program("initdb"), "-D", this.layout.initializing().toString(), "-U",
				DatabaseAddress.SUPERUSER, "--pwfile=" + this.layout.password(), "--auth=scram-sha-256",
				"--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
				"--no-instructions");
		Files.writeString(this.layout.initializing().resolve("postgresql.conf"),
				"\ninclude_if_exists = '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
		Files.move(this.layout.initializing(), this.layout.data(), StandardCopyOption.ATOMIC_MOVE);
		logger.info("Created a database in {}", this.layout.data());
	}

	/** Writes the settings of the next start. */
	void configure(int port) throws IOException {
		Files.writeString(this.layout.data().resolve(SETTINGS), """
				# Written by Firekeeper at every start; settings of your own belong into postgresql.auto.conf.
				listen_addresses = '127.0.0.1'
				port = %d
				unix_socket_directories = ''
				fsync = on
				full_page_writes = on
				synchronous_commit = on
				max_connections = 100
				password_encryption = 'scram-sha-256'
				timezone = 'UTC'
				log_timezone = 'UTC'
				cluster_name = 'firekeeper'
				logging_collector = on
				log_directory = '../log'
				log_filename = 'postgresql-%%a.log'
				log_truncate_on_rotation = on
				log_rotation_age = 1d
				log_rotation_size = 0
				""".formatted(port));
	}

	private void requireVersion() throws IOException {
		Path file = this.layout.data().resolve("PG_VERSION");
		String version = Files.readString(file).strip();
		if (!version.equals(String.valueOf(Binaries.MAJOR))) {
			throw new DatabaseStartException(
					"The database in " + this.layout.data() + " was written by PostgreSQL " + version
							+ ", and this console brings PostgreSQL " + Binaries.MAJOR + ".",
					"Start the console version that wrote it and dump the database with pg_dump " + version
							+ " while it runs; then move the directory away and restore the dump with this version."
							+ " See Backups in docs/operations.md.",
					null);
		}
	}

}
