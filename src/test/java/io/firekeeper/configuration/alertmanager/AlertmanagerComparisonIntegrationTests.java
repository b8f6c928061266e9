package io.firekeeper.configuration.alertmanager;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.configuration.Difference;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.testing.RealAlertmanager;
import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every configuration of the corpus that a real Alertmanager loads is, in meaning, what
 * it says it runs; a changed one is not.
 */
class AlertmanagerComparisonIntegrationTests {

	private static final String SMALL = "{route: {receiver: a}, receivers: [{name: a}]}";

	@TempDir
	Path workspace;

	@ParameterizedTest
	@CsvSource({ "0.25, 60", "0.28, 60", "0.33, 60" })
	void whenAnAlertmanagerLoadedAFileThenItRunsNothingElse(String version, int least) throws Exception {
		Path configuration = Files.writeString(this.workspace.resolve("alertmanager.yml"), SMALL);
		List<String> differences = new ArrayList<>();
		int loaded = 0;
		try (RealAlertmanager alertmanager = RealAlertmanager.start(version, configuration, this.workspace)) {
			for (Path file : SharedCorpus.accepted("alertmanager", version)) {
				String text = Files.readString(file, StandardCharsets.UTF_8);
				Files.writeString(configuration, text);
				if (alertmanager.reload()) {
					loaded++;
					compare(file, text, original(alertmanager), TargetVersion.parse(version), differences);
				}
			}
		}
		assertThat(differences).isEmpty();
		assertThat(loaded).isGreaterThan(least);
	}

	private void compare(Path file, String text, String original, TargetVersion version, List<String> differences) {
		List<Difference> found = AlertmanagerComparison.of(text, original, this.workspace.toString(), version);
		if (!found.isEmpty()) {
			differences.add(file + " " + found);
		}
		String other = text.replaceFirst("receiver:", "repeat_interval: 17m\n  receiver:");
		if (!other.equals(text) && text.startsWith("route:\n") && !text.contains("repeat_interval")
				&& AlertmanagerComparison.of(other, original, this.workspace.toString(), version).isEmpty()) {
			differences.add(file + " changed, and no difference is seen");
		}
	}

	private static String original(RealAlertmanager alertmanager) {
		return new JsonMapper().readTree(alertmanager.get("/api/v2/status")).get("config").get("original").asString();
	}

}
