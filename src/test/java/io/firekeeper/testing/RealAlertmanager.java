package io.firekeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager process on a loopback port. It is killed when closed. */
public final class RealAlertmanager implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final int TRIES = 300;

	private final Process process;

	private final URI url;

	private RealAlertmanager(Process process, URI url) {
		this.process = process;
		this.url = url;
	}

	/**
	 * Starts an Alertmanager of 0.25, 0.28 or 0.33 without a cluster and waits until it
	 * is ready.
	 * @param version the version
	 * @param configuration its {@code --config.file}, which must be valid
	 * @param workspace a directory for its data and log
	 */
	public static RealAlertmanager start(String version, Path configuration, Path workspace) {
		int port = RealPrometheus.freePort();
		try {
			Path share = shareWithTemplates(workspace);
			List<String> command = List.of("unshare", "-m", "sh", "-c",
					"mount -t overlay overlay -o lowerdir=" + share + ":/usr/share /usr/share && exec \"$@\"", "sh",
					RealBinaries.alertmanager(version).toString(), "--config.file=" + configuration,
					"--storage.path=" + workspace.resolve("data-" + port), "--web.listen-address=127.0.0.1:" + port,
					"--cluster.listen-address=");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(workspace.resolve("alertmanager-" + port + ".log").toFile())
				.start();
			RealAlertmanager started = new RealAlertmanager(process, URI.create("http://127.0.0.1:" + port));
			started.awaitReady();
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Debian's builds read their default templates from {@code /usr/share/prometheus};
	 * the process sees some there, the machine does not.
	 */
	private static Path shareWithTemplates(Path workspace) throws IOException {
		Path share = workspace.resolve("share");
		Path templates = Files.createDirectories(share.resolve("prometheus/alertmanager"));
		for (String name : List.of("default.tmpl", "email.tmpl")) {
			Files.writeString(templates.resolve(name), "{{ define \"" + name + "\" }}{{ end }}");
		}
		return share;
	}

	/** The body of a GET of an API path. */
	public String get(String path) {
		return send(HttpRequest.newBuilder(this.url.resolve(path)).timeout(Duration.ofSeconds(10)).build()).body();
	}

	/** Whether it accepts its configuration file as it is now. */
	public boolean reload() {
		return send(HttpRequest.newBuilder(this.url.resolve("/-/reload")).POST(BodyPublishers.noBody()).build())
			.statusCode() == 200;
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return CLIENT.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void awaitReady() {
		for (int tries = 0; tries < TRIES && this.process.isAlive(); tries++) {
			try {
				get("/-/ready");
				return;
			}
			catch (UncheckedIOException ex) {
				pause();
			}
		}
		throw new IllegalStateException("Alertmanager is not ready");
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
