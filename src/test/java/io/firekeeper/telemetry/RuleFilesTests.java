package io.firekeeper.telemetry;

import java.time.Duration;
import java.util.Map;

import io.firekeeper.configuration.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleFilesTests {

	@Test
	void whenNamedLiterallyThenTheReportedPathIsBelowCurrent() {
		RuleFiles files = of("rule_files: [rules/a.yml]\n", "rules/a.yml", "rules/b.yml");
		assertThat(files.byReportedPath()).containsOnlyKeys("/etc/prometheus/current/rules/a.yml");
		assertThat(files.missing()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "rules/*.yml, 2", "rules/?.yml, 2", "rules/[ab].yml, 2", "rules/[^a].yml, 1", "./rules/a.yml, 1",
			"/etc/prometheus/current/rules/a.yml, 1", "*.yml, 1", "rules/*, 3", "none/*.yml, 0" })
	void whenNamedByPatternThenItMatchesAsGoDoes(String pattern, int count) {
		RuleFiles files = of("rule_files: ['" + pattern + "']\n", "rules/a.yml", "rules/b.yml", "rules/c.yaml");
		assertThat(files.byReportedPath()).hasSize(count);
		assertThat(files.missing()).isEmpty();
	}

	@Test
	void whenALiteralFileIsNotInTheBundleThenItIsMissing() {
		assertThat(of("rule_files: [rules/gone.yml]\n").missing()).containsExactly("rules/gone.yml");
	}

	@ParameterizedTest
	@CsvSource({ "15s, 15", "1m30s, 90", "2h, 7200", "1d, 86400", "500ms, 0" })
	void whenAnIntervalIsGivenThenItIsRead(String text, long seconds) {
		assertThat(of("global: {evaluation_interval: " + text + "}\n").evaluationInterval().toSeconds())
			.isEqualTo(seconds);
	}

	@Test
	void whenNoIntervalIsGivenThenItIsAMinute() {
		assertThat(of("{}\n").evaluationInterval()).isEqualTo(Duration.ofMinutes(1));
	}

	private static RuleFiles of(String main, String... paths) {
		Map<String, String> files = new java.util.TreeMap<>(Map.of("prometheus.yml", main));
		for (String path : paths) {
			files.put(path, "groups: []\n");
		}
		return RuleFiles.of(Bundle.of(files), "/etc/prometheus/current");
	}

}
