package io.firekeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.firekeeper.fleet.DirectoryTarget;

/**
 * A real Prometheus that runs as Firekeeper wants it: its config file stands behind the
 * link {@code current} of a target directory.
 */
public final class ManagedPrometheus implements AutoCloseable {

	private final Path root;

	private final RealPrometheus process;

	private ManagedPrometheus(Path root, RealPrometheus process) {
		this.root = root;
		this.process = process;
	}

	/** Starts one with the lifecycle API on, on a configuration without jobs. */
	public static ManagedPrometheus start(String version, Path workspace, String... flags) {
		Path root = prepare(workspace);
		return new ManagedPrometheus(root,
				RealPrometheus.start(version, root.resolve("current/prometheus.yml"), workspace, flags));
	}

	/** The same without the lifecycle API. */
	public static ManagedPrometheus startWithoutLifecycle(String version, Path workspace) {
		Path root = prepare(workspace);
		return new ManagedPrometheus(root,
				RealPrometheus.startWithout(version, root.resolve("current/prometheus.yml"), workspace));
	}

	/**
	 * Makes a target directory that a Prometheus can be started on before any delivery.
	 */
	public static Path prepare(Path workspace) {
		try {
			Path root = Files.createDirectories(workspace.resolve("target"));
			Files.createDirectories(root.resolve("bootstrap"));
			Files.writeString(root.resolve("bootstrap/prometheus.yml"), "global: {}\n");
			Files.createSymbolicLink(root.resolve("current"), Path.of("bootstrap"));
			return root;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI url() {
		return this.process.url();
	}

	/** The root of its target directory. */
	public Path root() {
		return this.root;
	}

	public RealPrometheus process() {
		return this.process;
	}

	public DirectoryTarget target() {
		return targetAt(this.root);
	}

	/** A target directory that both sides see at the same path. */
	public static DirectoryTarget targetAt(Path root) {
		return new DirectoryTarget(root.toString(), root.toString(), "0644", "");
	}

	@Override
	public void close() {
		this.process.close();
	}

}
