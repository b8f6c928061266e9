package io.firekeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A real Prometheus process on a loopback port. It is killed when closed.
 */
public final class RealPrometheus implements AutoCloseable {

	private static final Duration READY = Duration.ofSeconds(60);

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

	private final List<String> command;

	private final Path log;

	private final URI url;

	private @Nullable Process process;

	private RealPrometheus(List<String> command, Path log, URI url) {
		this.command = command;
		this.log = log;
		this.url = url;
	}

	/**
	 * Starts a Prometheus with the lifecycle API on and waits until it is ready.
	 * @param version 2.42, 2.53 or 3.5
	 * @param configuration its {@code --config.file}; an empty valid one is written when
	 * it does not exist
	 * @param workspace a directory for its data and log
	 * @param flags further flags
	 */
	public static RealPrometheus start(String version, Path configuration, Path workspace, String... flags) {
		List<String> all = new ArrayList<>(List.of(flags));
		all.add("--web.enable-lifecycle");
		return startWithout(version, configuration, workspace, all.toArray(String[]::new));
	}

	/** The same, with exactly the given flags beside address, config file and storage. */
	public static RealPrometheus startWithout(String version, Path configuration, Path workspace, String... flags) {
		int port = freePort();
		List<String> command = new ArrayList<>(List.of(RealBinaries.prometheus(version).toString(),
				"--config.file=" + configuration, "--storage.tsdb.path=" + workspace.resolve("data-" + port),
				"--web.listen-address=127.0.0.1:" + port, "--log.level=warn"));
		command.addAll(List.of(flags));
		RealPrometheus prometheus = new RealPrometheus(command, workspace.resolve("prometheus-" + port + ".log"),
				URI.create("http://127.0.0.1:" + port));
		prometheus.ensureConfiguration(configuration);
		prometheus.restart();
		return prometheus;
	}

	/**
	 * A loopback port that is free now and was not given out before: the kernel hands
	 * ports out again, and two replicas of one database must not have one address.
	 */
	public static int freePort() {
		int port = unusedPort();
		while (!GIVEN.add(port)) {
			port = unusedPort();
		}
		return port;
	}

	private static int unusedPort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI url() {
		return this.url;
	}

	/** Its log so far. */
	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The body of a GET of an API path. */
	public String get(String path) {
		try {
			return CLIENT
				.send(HttpRequest.newBuilder(this.url.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
						BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Kills it without warning. */
	public void kill() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly();
			await(running);
		}
	}

	/** Stops it from being scheduled, as a hung process is. */
	public void freeze() {
		signal("STOP");
	}

	/** Lets a frozen process go on. */
	public void thaw() {
		signal("CONT");
	}

	/** Starts it again on the same port and waits until it is ready. */
	public void restart() {
		try {
			this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitReady();
	}

	@Override
	public void close() {
		Process running = this.process;
		if (running != null && running.isAlive()) {
			thaw();
			kill();
		}
	}

	private void signal(String name) {
		Process running = this.process;
		if (running == null) {
			throw new IllegalStateException("not started");
		}
		try {
			await(new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid())).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady() {
		long end = System.nanoTime() + READY.toNanos();
		while (!isReady()) {
			if (System.nanoTime() > end || this.process == null || !this.process.isAlive()) {
				throw new IllegalStateException(this.command + " is not ready: " + log());
			}
			pause();
		}
	}

	private boolean isReady() {
		try {
			HttpRequest request = HttpRequest.newBuilder(this.url.resolve("/-/ready"))
				.timeout(Duration.ofSeconds(2))
				.build();
			return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void ensureConfiguration(Path configuration) {
		try {
			if (!Files.exists(configuration)) {
				Files.createDirectories(configuration.getParent());
				Files.writeString(configuration, "global: {}\n");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(Process process) {
		try {
			process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
