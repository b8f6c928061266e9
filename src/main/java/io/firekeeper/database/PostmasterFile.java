package io.firekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}: what a running server says about itself, or what a killed one
 * left behind (postgres src/include/utils/pidfile.h).
 *
 * @param pid the process
 * @param port where it listens
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {

	private static final int PID = 0;

	private static final int PORT = 3;

	private static final int STATUS = 7;

	/** Reads the file; nothing when there is none, or when it is not complete yet. */
	static Optional<PostmasterFile> read(Path data) throws IOException {
		try {
			List<String> lines = Files.readAllLines(path(data));
			return (lines.size() > PORT) ? Optional.of(parse(lines)) : Optional.empty();
		}
		catch (NoSuchFileException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	/** Removes the file of a server that does not run any more. */
	static void delete(Path data) throws IOException {
		Files.deleteIfExists(path(data));
	}

	/**
	 * Whether that process is a PostgreSQL server of this directory. After a crash its
	 * number may belong to another program.
	 */
	boolean isServerOf(Path data) {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.flatMap((process) -> process.info().commandLine())
			.filter((command) -> command.contains("postgres") && command.contains(data.toString()))
			.isPresent();
	}

	private static PostmasterFile parse(List<String> lines) {
		boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
		return new PostmasterFile(Long.parseLong(lines.get(PID).strip()), Integer.parseInt(lines.get(PORT).strip()),
				ready);
	}

	private static Path path(Path data) {
		return data.resolve("postmaster.pid");
	}

}
