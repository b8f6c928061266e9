package io.firekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL of one data directory. It outlives a console that is killed;
 * the next console finds it and goes on with it. A console that ends in order stops it.
 */
final class EmbeddedServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

	private final DatabaseAddress address;

	private final Runnable end;

	private EmbeddedServer(DatabaseAddress address, Runnable end) {
		this.address = address;
		this.end = end;
	}

	/**
	 * Finds or starts the server.
	 * @param dataDirectory the data directory of the console
	 * @param visiting whether to go along with another console that runs it, as the
	 * command line tools do
	 * @throws DatabaseStartException with what to do
	 */
	static EmbeddedServer open(Path dataDirectory, boolean visiting) {
		Layout layout = Layout.in(dataDirectory);
		try {
			createDirectories(layout);
			Optional<ConsoleLock> lock = ConsoleLock.acquire(layout.lock());
			if (lock.isPresent()) {
				return own(layout, lock.get());
			}
			return visit(layout, visiting);
		}
		catch (IOException | SQLException ex) {
			throw new DatabaseStartException("The embedded PostgreSQL in " + layout.root() + " cannot be used: " + ex,
					"Look into " + layout.log() + ", or use a PostgreSQL of your own: set spring.datasource.url.", ex);
		}
	}

	DatabaseAddress address() {
		return this.address;
	}

	@Override
	public void close() {
		this.end.run();
	}

	private static EmbeddedServer own(Layout layout, ConsoleLock lock) throws IOException, SQLException {
		boolean complete = false;
		try {
			String password = Password.readOrCreate(layout.password());
			Binaries binaries = Binaries.unpack(layout);
			Programs programs = new Programs(new Unprivileged(layout).prefix(), layout.log());
			new DatabaseFiles(layout).ensure(binaries, programs);
			ServerProcess process = new ServerProcess(layout, binaries, programs);
			DatabaseAddress address = new DatabaseAddress(findOrLaunch(process), password);
			address.prepare();
			logger.warn("No database configured: using the embedded PostgreSQL {} in {}", Binaries.MAJOR,
					layout.root());
			complete = true;
			return new EmbeddedServer(address, () -> stop(process, lock));
		}
		finally {
			if (!complete) {
				lock.close();
			}
		}
	}

	private static int findOrLaunch(ServerProcess process) throws IOException {
		OptionalInt running = ServerProcess.awaitRunning(process.layout());
		if (running.isPresent()) {
			logger.info("The server that the console before left running goes on, on port {}", running.getAsInt());
			return running.getAsInt();
		}
		return process.launch();
	}

	private static EmbeddedServer visit(Layout layout, boolean visiting) throws IOException {
		OptionalInt running = visiting ? ServerProcess.awaitRunning(layout) : OptionalInt.empty();
		if (running.isEmpty()) {
			throw new DatabaseStartException(
					"Another console runs in this data directory already: " + layout.lock() + " is locked.",
					"Stop the other console, or give this one a firekeeper.data-directory of its own. Several consoles"
							+ " share a PostgreSQL of your own: set spring.datasource.url.",
					null);
		}
		return new EmbeddedServer(new DatabaseAddress(running.getAsInt(), Password.readOrCreate(layout.password())),
				() -> {
				});
	}

	private static void stop(ServerProcess process, ConsoleLock lock) {
		try (lock) {
			process.stop();
		}
		catch (IOException | DatabaseStartException ex) {
			logger.warn("The embedded PostgreSQL did not stop in order; it recovers at the next start", ex);
		}
	}

	private static void createDirectories(Layout layout) throws IOException {
		Files.createDirectories(layout.root().getParent());
		if (!Files.exists(layout.root())) {
			Files.createDirectory(layout.root(),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		}
		Files.createDirectories(layout.log());
	}

}
