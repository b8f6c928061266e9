package io.firekeeper.revisions.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.firekeeper.checks.Checks;
import io.firekeeper.testing.RealBinaries;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds rendered bundles against the real promtool.
 */
class RenderedByPromtoolTests {

	private final Compiler compiler = new Compiler(new Checks(List.of(), List.of()));

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTheDemoIsRenderedThenPromtoolAcceptsEveryBundle(String version, @TempDir Path directory)
			throws IOException, InterruptedException {
		List<ReplicaFiles> bundles = this.compiler
			.compile(Fleets.state(DemoPolicies.ALL.toArray(DesiredState.DesiredPolicy[]::new)))
			.replicas();
		assertThat(bundles).hasSize(3);
		for (ReplicaFiles bundle : bundles) {
			check(version, write(bundle, directory.resolve(bundle.replica().name())));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenNoPolicyReachesAClusterThenPromtoolAcceptsTheMinimalBundle(String version, @TempDir Path directory)
			throws IOException, InterruptedException {
		ReplicaFiles bundle = this.compiler.compile(Fleets.state()).replicas().getFirst();
		check(version, write(bundle, directory));
	}

	private static Path write(ReplicaFiles bundle, Path directory) throws IOException {
		for (Map.Entry<String, String> file : bundle.bundle().files().entrySet()) {
			Path path = directory.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue());
		}
		return directory.resolve("prometheus.yml");
	}

	private static void check(String version, Path file) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(RealBinaries.promtool(version).toString(), "check", "config",
				file.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

}
