package io.firekeeper.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of a data directory: found, started, stopped.
 *
 * @param layout where things are
 * @param binaries the programs
 * @param programs how to run them
 */
record ServerProcess(Layout layout, Binaries binaries, Programs programs) {

	private static final Logger logger = LoggerFactory.getLogger(ServerProcess.class);

	private static final int ATTEMPTS = 3;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration PAUSE = Duration.ofMillis(100);

	/**
	 * The port of the server that a killed console left running, once it takes
	 * connections.
	 */
	static OptionalInt awaitRunning(Layout layout) throws IOException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end) {
			PostmasterFile file = PostmasterFile.read(layout.data()).orElse(null);
			if (file == null || !file.isServerOf(layout.data())) {
				return OptionalInt.empty();
			}
			if (file.ready()) {
				return OptionalInt.of(file.port());
			}
			pause();
		}
		throw new DatabaseStartException(
				"PostgreSQL runs in " + layout.data() + " and has not become ready within " + PATIENCE + ".",
				"Look into " + layout.log() + " for what it is doing.", null);
	}

	/** Starts a server on a free port and waits until it takes connections. */
	int launch() throws IOException {
		PostmasterFile.delete(this.layout.data());
		for (int attempt = 1;; attempt++) {
			int port = freePort();
			new DatabaseFiles(this.layout).configure(port);
			try {
				control("start", "-l", startLog().toString());
				return port;
			}
			catch (DatabaseStartException ex) {
				if (attempt == ATTEMPTS || !portWasTaken()) {
					throw ex;
				}
				logger.info("Port {} was taken in the meantime, trying another", port);
			}
		}
	}

	/** Stops the server; connections that are open are ended, commits are safe. */
	void stop() throws IOException {
		control("stop", "-m", "fast");
	}

	private void control(String command, String... options) throws IOException {
		String[] arguments = { command, "-D", this.layout.data().toString(), "-s", "-w", "-t",
				String.valueOf(PATIENCE.toSeconds()) };
		String[] all = java.util.Arrays.copyOf(arguments, arguments.length + options.length);
		System.arraycopy(options, 0, all, arguments.length, options.length);
		this.programs.run(this.binaries.program("pg_ctl"), all);
	}

	private boolean portWasTaken() throws IOException {
		return Files.exists(startLog()) && Files.readString(startLog()).contains("could not bind");
	}

	private Path startLog() {
		return this.layout.log().resolve("start.log");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void pause() throws IOException {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
