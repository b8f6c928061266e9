package io.firekeeper.testing;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RealPrometheusTests {

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenItIsStartedThenItIsThatVersion(String version, @TempDir Path workspace) {
		try (RealPrometheus prometheus = RealPrometheus.start(version, workspace.resolve("prometheus.yml"),
				workspace)) {
			assertThat(prometheus.get("/api/v1/status/buildinfo")).contains("\"version\":\"" + version + ".");
		}
	}

}
