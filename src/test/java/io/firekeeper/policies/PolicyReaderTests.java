package io.firekeeper.policies;

import java.util.List;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyReaderTests {

	private static final String NODE_EXPORTERS = """
			# who scrapes the nodes
			kind: ScrapeJobs
			name: node-exporters
			team: platform
			clusters: {matchLabels: {env: prod, on: no}}
			spec:
			  - job_name: node
			    file_sd_configs: [{files: [targets/node.yml]}]
			files:
			  targets/node.yml: |
			    - targets: [10.0.0.1:9100]
			""";

	@Test
	void whenATextIsReadThenTheDocumentHasEveryPartAndTheTextVerbatim() {
		PolicyReading reading = PolicyReader.readEnvelope(NODE_EXPORTERS);
		assertThat(reading.problems()).isEmpty();
		PolicyDocument document = reading.document();
		assertThat(document).isNotNull();
		assertThat(document.kind()).isEqualTo(PolicyKind.SCRAPE_JOBS);
		assertThat(document.name()).isEqualTo("node-exporters");
		assertThat(document.namePosition()).isEqualTo(new Position(3, 7));
		assertThat(document.team()).isEqualTo("platform");
		assertThat(document.clusters().matchLabels()).containsEntry("env", "prod").containsEntry("on", "no");
		assertThat(document.files()).containsEntry("targets/node.yml", "- targets: [10.0.0.1:9100]\n");
		assertThat(document.text()).isEqualTo(NODE_EXPORTERS);
	}

	@Test
	void whenATextHasAByteOrderMarkAndWindowsLineEndsThenItReadsTheSame() {
		String text = "\uFEFF" + NODE_EXPORTERS.replace("\n", "\r\n");
		PolicyReading reading = PolicyReader.readEnvelope(text);
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.document()).isNotNull();
		assertThat(reading.document().files()).containsEntry("targets/node.yml", "- targets: [10.0.0.1:9100]\n");
		assertThat(reading.document().text()).isEqualTo(text);
	}

	@Test
	void whenSeveralThingsAreWrongThenAllAreToldWithTheirPlaces() {
		assertThat(problems("""
				kind: ScrapeJob
				name: Node_Exporters
				taem: platform
				clusters: prod
				spec: []
				files:
				  ../secret: x
				  ok.yml: [1]
				""")).containsExactly("1:1 policy-missing-key [team]",
				"1:7 policy-unknown-kind [ScrapeJob, ScrapeJobs, Global, ScrapeJobs, RuleGroups, Alerting, HighAvailability]",
				"2:7 policy-name [name, Node_Exporters]", "3:1 policy-unknown-key [taem, team]",
				"4:11 policy-clusters []", "7:3 policy-file-path [../secret]", "8:11 policy-file-content [ok.yml]");
	}

	@Test
	void whenClustersAreMissingThenNothingIsSelectedByAccident() {
		assertThat(problems("""
				kind: Global
				name: defaults
				team: platform
				spec: {global: {}}
				""")).containsExactly("1:1 policy-missing-key [clusters]");
	}

	@Test
	void whenASpecHasTheShapeOfAnotherKindThenItIsTold() {
		assertThat(problems("""
				kind: ScrapeJobs
				name: jobs
				team: platform
				clusters: {matchLabels: {}}
				spec: {scrape_configs: []}
				""")).containsExactly("5:7 policy-spec-list [ScrapeJobs]");
		assertThat(problems("""
				kind: RuleGroups
				name: rules
				team: platform
				clusters: {matchLabels: {}}
				spec: [{name: g}]
				""")).containsExactly("5:7 policy-spec-mapping [RuleGroups]");
	}

	@Test
	void whenTheTextIsNoPolicyThenItIsToldWithoutAnException() {
		assertThat(problems("")).containsExactly("1:1 policy-empty []");
		assertThat(problems("- a\n")).containsExactly("1:1 policy-not-mapping []");
		assertThat(problems("kind: [")).singleElement().asString().contains("syntax");
		assertThat(problems("a: 1\na: 2\n")).singleElement().asString().contains("duplicate-key");
		assertThat(problems("x".repeat(2 * 1024 * 1024 + 1))).singleElement().asString().contains("too-large");
	}

	@Test
	void whenHighAvailabilityHasNoSpecThenTheLabelIsReplica() {
		PolicyReading reading = PolicyReader.readEnvelope("""
				kind: HighAvailability
				name: ha
				team: platform
				clusters: {matchLabels: {}}
				spec:
				""");
		assertThat(reading.document()).isNotNull();
		assertThat(HighAvailability.of(reading.document().spec()).replicaLabel()).isEqualTo("replica");
	}

	private static List<String> problems(String text) {
		return PolicyReader.readEnvelope(text).problems().stream().map(PolicyReaderTests::line).toList();
	}

	private static String line(Problem problem) {
		return problem.position().line() + ":" + problem.position().column() + " " + problem.code() + " "
				+ problem.arguments();
	}

}
