package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.checks.rules.CheckSettings;
import io.firekeeper.checks.rules.RuleChecks;
import io.firekeeper.checks.rules.RuleFile;
import io.firekeeper.checks.rules.RuleFinding;
import io.firekeeper.checks.rules.RuleSubject;
import io.firekeeper.checks.rules.Target;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.promql.Dialect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as a rule file that is held against all checks, whether Prometheus loads it or
 * not: a draft is checked too.
 */
class RuleChecksFuzzTests {

	private static final Target TARGET = Target.of(Dialect.of(3, 5), (YamlMapping) Yaml.read("""
			global: {scrape_interval: 45s, evaluation_interval: 1m, external_labels: {cluster: eu, severity: page}}
			scrape_configs: [{job_name: node, scrape_interval: 2m}]
			""", Yaml.USER_LIMIT).root());

	@MethodSource("io.firekeeper.fuzz.Seeds#ruleFiles")
	@FuzzTest
	void whenRulesAreCheckedThenEveryFindingHasItsPlaceAndEveryFixAppliesThere(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		List<RuleFinding> findings = check(text);
		Bounds.hold(() -> check(text));
		for (RuleFinding finding : findings) {
			assertThat(finding.finding().line()).isPositive();
			assertThat(finding.finding().column()).isPositive();
			if (finding.fix() != null) {
				assertThat(finding.fix().apply(text)).isNotEqualTo(text);
			}
		}
	}

	private static List<RuleFinding> check(String text) {
		RuleFile file = RuleFile.read("rules.yml", text, CheckSettings.DEFAULT);
		return RuleChecks.check(RuleSubject.of(List.of(file), TARGET));
	}

}
