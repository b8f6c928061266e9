package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.LoadedRuleGroup;
import io.firekeeper.configuration.ModelReplica;
import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.SemanticComparison;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Any rule file against what a replica would report of it. */
class RuleComparisonFuzzTests {

	private static final String FILE = "rules/a.yml";

	@MethodSource("io.firekeeper.fuzz.Seeds#ruleFiles")
	@FuzzTest
	void whenRulesWereLoadedThenTheyEqualTheirFileAndALostGroupIsSeen(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		for (TargetVersion version : List.of(TargetVersion.OLDEST, TargetVersion.NEWEST)) {
			Bounds.hold(() -> check(text, version));
		}
	}

	private static void check(String text, TargetVersion version) {
		SemanticComparison.ofRules(Map.of(FILE, text), List.of(), 60, version);
		Yaml.Reading reading = PrometheusSchema.readRuleFile(text, version);
		if (reading.root() == null || !reading.isAccepted()) {
			return;
		}
		List<LoadedRuleGroup> loaded = new ModelReplica(version, "").load(FILE, text, Duration.ofMinutes(1));
		assertThat(SemanticComparison.ofRules(Map.of(FILE, text), loaded, 60, version)).isEmpty();
		if (version.isAtLeast(3, 3)) {
			String printed = Yaml.print(reading.root());
			assertThat(SemanticComparison.ofRules(Map.of(FILE, printed), loaded, 60, version)).isEmpty();
		}
		if (loaded.stream().anyMatch((group) -> !group.rules().isEmpty())) {
			assertThat(SemanticComparison.ofRules(Map.of(FILE, text), List.of(), 60, version)).isNotEmpty();
		}
	}

}
