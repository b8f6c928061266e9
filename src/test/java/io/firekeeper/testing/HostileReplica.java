package io.firekeeper.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * An in-JVM HTTP server on a loopback port that is a plausible Prometheus until it is
 * told to misbehave. It reads its configuration file and its rule files on every reload,
 * like the real one.
 */
public final class HostileReplica implements AutoCloseable {

	private final InetSocketAddress address;

	private final URI url;

	private final PlausiblePrometheus prometheus;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private volatile CountDownLatch closedByPeer = new CountDownLatch(1);

	private volatile Map<String, String> lastHeaders = Map.of();

	private volatile Behaviour behaviour = Behaviour.PLAUSIBLE;

	private volatile URI redirect = URI.create("http://127.0.0.1:9/");

	private volatile String reloadError = "failed to reload config: one or more errors occurred while applying the new"
			+ " configuration (--config.file=\"prometheus.yml\")";

	private volatile @Nullable ServerSocket server;

	private volatile @Nullable Thread acceptor;

	private HostileReplica(@Nullable Path configuration) {
		this.address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), RealPrometheus.freePort());
		this.url = URI.create("http://127.0.0.1:" + this.address.getPort());
		this.prometheus = new PlausiblePrometheus(configuration);
		serve(listen(this.address));
	}

	/** Starts one with an empty configuration and no file. */
	public static HostileReplica start() {
		return new HostileReplica(null);
	}

	/**
	 * Starts one that loads a file now, when it exists, and on every reload.
	 * @param configuration its {@code --config.file}
	 */
	public static HostileReplica start(Path configuration) {
		return new HostileReplica(configuration);
	}

	public URI url() {
		return this.url;
	}

	/** Changes how it answers from the next request on. */
	public void behave(Behaviour wanted) {
		this.behaviour = wanted;
		this.closedByPeer = new CountDownLatch(1);
		if (wanted == Behaviour.DOWN) {
			stop();
		}
		else if (this.server == null) {
			serve(listen(this.address));
		}
	}

	/** Where {@link Behaviour#REDIRECTS} points. */
	public void redirectTo(URI target) {
		this.redirect = target;
	}

	/** The words of a reload that fails. */
	public void reloadError(String words) {
		this.reloadError = words;
	}

	/** The number of targets of a job that are reported down. */
	public void down(String job, int targets) {
		this.prometheus.down(job, targets);
	}

	/** A sample of its {@code /metrics}, replacing the plausible one of that name. */
	public void metric(String name, double value) {
		this.prometheus.metric(name, value);
	}

	/** How many requests came whose line begins so, such as {@code POST /-/reload}. */
	public int requests(String prefix) {
		return (int) this.requests.stream().filter((request) -> request.startsWith(prefix)).count();
	}

	/** A header of the last request. */
	public @Nullable String lastHeader(String name) {
		return this.lastHeaders.get(name.toLowerCase(Locale.ROOT));
	}

	/** Waits until a client has closed a connection that was kept waiting. */
	public boolean awaitClosedByPeer(Duration timeout) throws InterruptedException {
		return this.closedByPeer.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		stop();
	}

	private void stop() {
		ServerSocket listening = this.server;
		this.server = null;
		try {
			if (listening != null) {
				listening.close();
			}
			for (Socket connection : this.connections) {
				connection.close();
			}
			awaitAcceptor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The port is free only when the thread that waits in accept has left it. */
	private void awaitAcceptor() throws IOException {
		Thread waiting = this.acceptor;
		try {
			if (waiting != null) {
				waiting.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static ServerSocket listen(InetSocketAddress address) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(address, 200);
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(ServerSocket listening) {
		this.server = listening;
		this.acceptor = Thread.ofVirtual().name("hostile-replica").start(() -> {
			while (!listening.isClosed()) {
				try {
					Socket connection = listening.accept();
					Thread.ofVirtual().start(() -> handle(connection));
				}
				catch (IOException ex) {
					if (!listening.isClosed()) {
						throw new UncheckedIOException(ex);
					}
				}
			}
		});
	}

	private void handle(Socket connection) {
		this.connections.add(connection);
		try (connection) {
			Request request = Request.read(new BufferedInputStream(connection.getInputStream()));
			this.lastHeaders = request.headers();
			this.requests.add(request.method() + " " + request.target());
			answer(request, connection);
		}
		catch (SocketException ex) {
			this.closedByPeer.countDown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.connections.remove(connection);
		}
	}

	private void answer(Request request, Socket connection) throws IOException, InterruptedException {
		OutputStream out = connection.getOutputStream();
		switch (this.behaviour) {
			case DOWN, BREAKS_OFF -> connection.setSoLinger(true, 0);
			case HUNG -> waitForPeer(connection);
			case SLOW_HEADERS -> drip(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
			case SLOW_DRIP -> drip(out, head(200, "text/plain", ""));
			case ENDLESS_BODY -> endless(out);
			case GZIP_BOMB -> bomb(out);
			case HTML_PAGE -> write(out, 200, "text/html; charset=utf-8", "", SIGN_IN);
			case REDIRECTS -> write(out, 302, "text/html", "Location: " + this.redirect + "\r\n",
					"<a href=\"" + this.redirect + "\">Found</a>.\n");
			case WRONG_JSON -> write(out, 200, "application/json", "", "{\"status\":\"success\",\"data\":42}");
			case BROKEN_JSON -> write(out, 200, "application/json", "", "{\"status\":\"success\",\"data\":{\"yaml\":");
			case NOT_READY -> write(out, 503, "text/plain", "", "Service Unavailable");
			default -> plausible(request, out);
		}
	}

	private void plausible(Request request, OutputStream out) throws IOException {
		if (request.target().equals("/-/reload")) {
			reload(request, out);
			return;
		}
		PlausiblePrometheus.Answer answer = this.prometheus.answer(request.target());
		write(out, answer.status(), answer.contentType(), "", answer.body());
	}

	private void reload(Request request, OutputStream out) throws IOException {
		if (!request.method().equals("POST")) {
			write(out, 405, PLAIN, "", "Only POST or PUT requests allowed\n");
			return;
		}
		switch (this.behaviour) {
			case RELOAD_FORBIDDEN -> write(out, 403, PLAIN, "", "Lifecycle API is not enabled.");
			case RELOAD_FAILS -> {
				this.prometheus.reloadFailed();
				write(out, 500, PLAIN, "", this.reloadError + "\n");
			}
			case APPLY_FAILS -> {
				this.prometheus.applyFailed();
				write(out, 500, PLAIN, "", this.reloadError + "\n");
			}
			case KEEPS_OLD_CONFIGURATION -> {
				this.prometheus.reloadPretended();
				write(out, 200, PLAIN, "", "");
			}
			case SHOWS_CONFIGURATION_ONLY -> {
				this.prometheus.configurationPretended();
				write(out, 200, PLAIN, "", "");
			}
			default -> {
				String error = this.prometheus.load();
				write(out, error.isEmpty() ? 200 : 500, PLAIN, "", error);
			}
		}
	}

	private static void waitForPeer(Socket connection) throws IOException {
		if (connection.getInputStream().read() == -1) {
			throw new SocketException("closed by peer");
		}
	}

	private static void drip(OutputStream out, String beginning) throws IOException, InterruptedException {
		out.write(beginning.getBytes(StandardCharsets.US_ASCII));
		while (true) {
			out.write('x');
			out.flush();
			Thread.sleep(50);
		}
	}

	private static void endless(OutputStream out) throws IOException {
		out.write(head(200, "text/plain", "").getBytes(StandardCharsets.US_ASCII));
		byte[] block = new byte[64 * 1024];
		Arrays.fill(block, (byte) 'x');
		while (true) {
			out.write(block);
		}
	}

	private static void bomb(OutputStream out) throws IOException {
		out.write(head(200, "text/plain", "Content-Encoding: gzip\r\n").getBytes(StandardCharsets.US_ASCII));
		byte[] block = new byte[1024 * 1024];
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			for (int i = 0; i < 1024; i++) {
				gzip.write(block);
			}
		}
	}

	private static void write(OutputStream out, int status, String contentType, String headers, String body)
			throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(head(status, contentType, headers + "Content-Length: " + bytes.length + "\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		all.writeBytes(bytes);
		out.write(all.toByteArray());
		out.flush();
	}

	private static String head(int status, String contentType, String headers) {
		return "HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nConnection: close\r\n" + headers
				+ "\r\n";
	}

	private static final String PLAIN = "text/plain; charset=utf-8";

	private static final String SIGN_IN = """
			<!DOCTYPE html>
			<html><head><title>Sign in</title><script>alert("x")</script></head>
			<body><h1>Please sign in</h1></body></html>
			""";

	/** How it answers. Those about reloading answer all else plausibly. */
	public enum Behaviour {

		/** Like Prometheus. */
		PLAUSIBLE,

		/** Nothing listens. */
		DOWN,

		/** Takes the request and never answers. */
		HUNG,

		/** Sends its headers without end, a byte at a time. */
		SLOW_HEADERS,

		/** Sends its body without end, a byte at a time. */
		SLOW_DRIP,

		/** Sends a body without end, as fast as it is read. */
		ENDLESS_BODY,

		/** Sends 1 MB that inflate to 1 GiB. */
		GZIP_BOMB,

		/** Breaks the connection off after the request. */
		BREAKS_OFF,

		/** Answers every request with a sign-in page and 200. */
		HTML_PAGE,

		/** Answers every request with a redirect. */
		REDIRECTS,

		/** Answers every request with JSON of the right envelope and the wrong data. */
		WRONG_JSON,

		/** Answers every request with JSON that breaks off. */
		BROKEN_JSON,

		/** Answers every request with 503. */
		NOT_READY,

		/** The lifecycle API is off: 403. */
		RELOAD_FORBIDDEN,

		/** Answers a reload with 500 and its words; nothing is applied. */
		RELOAD_FAILS,

		/**
		 * Answers a reload with 500; the new configuration is shown and the old rules
		 * run, as after an apply error.
		 */
		APPLY_FAILS,

		/** Answers a reload with 200, claims success just now, and runs what it ran. */
		KEEPS_OLD_CONFIGURATION,

		/**
		 * Answers a reload with 200 and shows the new configuration, with the old rules
		 * and the old time of success.
		 */
		SHOWS_CONFIGURATION_ONLY

	}

	private record Request(String method, String target, Map<String, String> headers, String body) {

		static Request read(InputStream in) throws IOException {
			String[] line = line(in).split(" ");
			if (line.length < 2) {
				throw new SocketException("closed by peer");
			}
			Map<String, String> headers = new ConcurrentHashMap<>();
			for (String header = line(in); !header.isEmpty(); header = line(in)) {
				int colon = header.indexOf(':');
				headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
			}
			int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
			return new Request(line[0], line[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
		}

		private static String line(InputStream in) throws IOException {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
				line.write(next);
			}
			return line.toString(StandardCharsets.UTF_8).strip();
		}

	}

}
