package io.firekeeper.policies;

import java.util.List;

import io.firekeeper.configuration.TargetVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpecProblemsTests {

	private static final TargetVersion V3_5 = new TargetVersion(3, 5);

	@Test
	void whenASpecHasAnUnknownKeyThenItsPlaceIsThatInTheWholeText() {
		assertThat(problems(V3_5, """
				kind: ScrapeJobs
				name: jobs
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  - job_name: a
				    scrape_intervall: 5s
				""")).containsExactly("7:5 unknown-key spec[0].scrape_intervall");
	}

	@Test
	void whenAFieldHoldsAVariableThenItsTypeIsNotJudged() {
		assertThat(problems(V3_5, """
				kind: ScrapeJobs
				name: jobs
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  - job_name: a
				    scrape_interval: $(cluster.interval)
				    honor_labels: $(replica.honor)
				    sample_limit: $(cluster.limit)
				    scheme: $(cluster.scheme)
				    scrape_timeout: $(POD_TIMEOUT)
				""")).containsExactly("11:21 not-duration spec[0].scrape_timeout");
	}

	@Test
	void whenGlobalHoldsKeysOfOtherKindsThenEachIsSentToItsKind() {
		assertThat(problems(V3_5, """
				kind: Global
				name: defaults
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  global: {scrape_interval: often}
				  rule_files: [x.yml]
				  scrape_configs: []
				  scrape_config_files: []
				  alerting: {}
				""")).containsExactly("6:29 not-duration spec.global.scrape_interval",
				"7:3 policy-key-elsewhere spec.rule_files", "8:3 policy-key-elsewhere spec.scrape_configs",
				"9:3 policy-key-elsewhere spec.scrape_config_files", "10:3 policy-key-elsewhere spec.alerting");
	}

	@Test
	void whenTheVersionDoesNotKnowAKeyThenItIsAProblemThereOnly() {
		String text = """
				kind: RuleGroups
				name: rules
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  groups:
				    - name: g
				      labels: {severity: page}
				      rules: [{alert: Down, expr: up == 0}]
				""";
		assertThat(problems(V3_5, text)).isEmpty();
		assertThat(problems(new TargetVersion(2, 53), text)).singleElement().asString().contains("8:7", "labels");
	}

	@Test
	void whenAlertingNamesAlertmanagersThenItIsChecked() {
		assertThat(problems(V3_5, """
				kind: Alerting
				name: alerting
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  alertmanagers:
				    - api_version: v1
				      static_configs: [{targets: ['am:9093']}]
				""")).singleElement().asString().contains("7:20", "spec.alertmanagers[0].api_version");
	}

	@Test
	void whenTheReplicaLabelIsNoLabelThenItIsAProblem() {
		assertThat(problems(V3_5, """
				kind: HighAvailability
				name: pairs
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  replicaLabel: replica-name
				  shards: 2
				""")).containsExactly("6:17 policy-replica-label spec.replicaLabel",
				"7:3 policy-unknown-key spec.shards");
	}

	private static List<String> problems(TargetVersion version, String text) {
		return PolicyReader.read(text, version)
			.problems()
			.stream()
			.map((problem) -> problem.position().line() + ":" + problem.position().column() + " " + problem.code() + " "
					+ problem.path())
			.toList();
	}

}
