package io.firekeeper.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real programs from Debian's packages, unpacked by {@code bin/lib/binaries.sh}.
 */
public final class RealBinaries {

	private static final Path DIRECTORY = directory();

	private RealBinaries() {
	}

	/** Prometheus of a version: 2.42, 2.53 or 3.5. */
	public static Path prometheus(String version) {
		return require("prometheus-" + version + "/prometheus");
	}

	/** promtool of a version: 2.42, 2.53 or 3.5. */
	public static Path promtool(String version) {
		return require("prometheus-" + version + "/promtool");
	}

	/** Alertmanager of a version: 0.25, 0.28 or 0.33. */
	public static Path alertmanager(String version) {
		return require("alertmanager-" + version + "/prometheus-alertmanager");
	}

	/** amtool of a version: 0.25, 0.28 or 0.33. */
	public static Path amtool(String version) {
		return require("alertmanager-" + version + "/amtool");
	}

	/** The node exporter. */
	public static Path nodeExporter() {
		return require("node-exporter/prometheus-node-exporter");
	}

	private static Path require(String name) {
		Path file = DIRECTORY.resolve(name);
		if (!Files.isExecutable(file)) {
			throw new IllegalStateException(
					file + " is missing: run bin/test, which unpacks it from Debian's packages");
		}
		return file;
	}

	private static Path directory() {
		String configured = System.getenv("FIREKEEPER_BINARIES");
		return (configured != null) ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache", "firekeeper", "binaries");
	}

}
