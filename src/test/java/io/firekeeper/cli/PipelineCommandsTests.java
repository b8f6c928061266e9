package io.firekeeper.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineCommandsTests {

	private static final String RULES = """
			groups:
			  - name: node
			    rules:
			      - alert: Down
			        expr: up   ==  0
			        labels: {severity: page}
			      - record: job:up:sum
			        expr: sum by(job)(up)
			""";

	@TempDir
	private Path directory;

	@Test
	void whenFilesAreGoodThenTheStatusIsZeroAndRulesHaveTheirCanonicalForm() throws IOException {
		Run run = Run.of("check", "rules", "--format", "json", file("rules.yml", RULES));
		assertThat(run.status()).isZero();
		JsonNode verdict = new JsonMapper().readTree(run.out());
		assertThat(verdict.get("verdict").asString()).isEqualTo("accepted");
		assertThat(verdict.get("target").asString()).isEqualTo("prometheus=3.14");
		assertThat(verdict.get("rules").get(1).toString()).isEqualTo("""
				{"group":"node","type":"record","name":"job:up:sum","line":8,"canonical":"sum by (job) (up)"}""");
	}

	@Test
	void whenAFileIsRefusedThenTheStatusIsOneAndTheOthersAreJudgedToo() throws IOException {
		String bad = file("bad.yml", RULES.replace("sum by(job)(up)", "sum by(job)(rate(up))"));
		Run run = Run.of("check", "rules", "--locale=en", bad, file("good.yml", RULES));
		assertThat(run.status()).isEqualTo(1);
		assertThat(run.out()).contains("bad.yml:8:32: error: ", "                               ^",
				"1 accepted, 1 refused, 0 not read.");
	}

	@Test
	void whenRulesAreLoadedButWrongThenTheChecksOfTheConsoleSaySo() throws IOException {
		String rules = file("rules.yml", RULES.replace("up   ==  0", "up{job=~\"node\"} == 0"));
		Run run = Run.of("check", "rules", "--format=json", "--fail-on=warning", rules);
		assertThat(run.status()).isEqualTo(1);
		JsonNode verdict = new JsonMapper().readTree(run.out());
		assertThat(verdict.get("verdict").asString()).isEqualTo("accepted");
		JsonNode finding = verdict.get("findings").get(0);
		assertThat(finding.get("check").asString()).isEqualTo("redundant-regex");
		JsonNode fix = finding.get("fix");
		String text = Files.readString(Path.of(rules));
		String fixed = text.substring(0, fix.get("start").asInt()) + fix.get("replacement").asString()
				+ text.substring(fix.get("end").asInt());
		assertThat(Run.of("check", "rules", "--fail-on=warning", file("fixed.yml", fixed)).status()).isZero();
		assertThat(Run.of("check", "rules", "--fail-on=warning", "--no-checks", rules).status()).isZero();
	}

	@Test
	void whenFilesRunTogetherThenRulesAreHeldAgainstEachOther() throws IOException {
		Run run = Run.of("check", "rules", "--locale=en", file("a.yml", RULES), file("b.yml", RULES));
		assertThat(run.out()).contains("b.yml:4:16: warning", "[duplicate-rule/");
	}

	@Test
	void whenSettingsAreGivenThenTheyCount() throws IOException {
		String settings = file("checks.yml", "severity: {record-name: error}\nrequire_annotations: [{name: summary}]");
		Run run = Run.of("check", "rules", "--checks", settings,
				file("rules.yml", RULES.replace("job:up:sum", "jobup")));
		assertThat(run.status()).isEqualTo(1);
		assertThat(run.out()).contains("[record-name/", "[required-annotation/");
		String wrong = file("wrong.yml", "severity: {no-such-check: error}");
		Run misused = Run.of("check", "rules", "--locale=en", "--checks", wrong, file("rules.yml", RULES));
		assertThat(misused.status()).isEqualTo(2);
		assertThat(misused.err()).contains("wrong.yml:1:12: “no-such-check” is not a check");
		assertThat(Run.of("check", "rules", "--checks", "/no/such/file", file("rules.yml", RULES)).err())
			.contains("/no/such/file: ");
	}

	@Test
	void whenItIsKnownWhereRulesRunThenMoreChecksSpeak() throws IOException {
		String rules = file("rules.yml", RULES.replace("for: 5m", "").replace("up   ==  0", "rate(x_total[1m]) > 0"));
		String config = file("prometheus.yml", "global: {scrape_interval: 45s, external_labels: {severity: none}}");
		String routing = file("alertmanager.yml", "{route: {receiver: nobody}, receivers: [{name: nobody}]}");
		assertThat(Run.of("check", "rules", rules).out()).doesNotContain("short-window", "unrouted-alert");
		assertThat(Run.of("check", "rules", "--config", config, "--alertmanager", routing, rules).out())
			.contains("[short-window/", "[external-label/", "[unrouted-alert/");
	}

	@Test
	void whenAFileIsMissingThenTheStatusIsTwoAndTheOthersAreJudgedToo() throws IOException {
		Run run = Run.of("check", "rules", "--locale=en", this.directory.resolve("none.yml").toString(),
				file("rules.yml", RULES));
		assertThat(run.status()).isEqualTo(2);
		assertThat(run.out()).contains("none.yml: There is no such file.", "rules.yml: prometheus=3.14 accepts it");
	}

	@Test
	void whenADirectoryIsNamedThenItsFilesAreJudged() throws IOException {
		Files.createDirectories(this.directory.resolve("team/.hidden"));
		file("team/a.yml", RULES);
		file("team/b.yaml", RULES);
		file("team/.hidden/c.yml", "groups: 7");
		file("team/notes.txt", "groups: 7");
		Run run = Run.of("check", "rules", "--format=json", this.directory.toString());
		assertThat(run.status()).isZero();
		assertThat(run.out().lines()).hasSize(2);
		assertThat(Run.of("check", "rules", this.directory.resolve("team/.hidden").toString()).status()).isOne();
	}

	@Test
	void whenADirectoryIsNamedByALinkThenItsFilesAreJudgedUnderThatName() throws IOException {
		Files.createDirectories(this.directory.resolve("team"));
		file("team/a.yml", RULES);
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.directory.resolve("team"));
		assertThat(Run.of("check", "rules", "--locale=en", link.toString()).out())
			.startsWith(link.resolve("a.yml") + ": prometheus=3.14 accepts it");
	}

	@Test
	void whenOptionsDoNotFitThenTheStatusIsTwo() throws IOException {
		String rules = file("rules.yml", RULES);
		assertThat(Run.of("check", "config", "--checks", rules, rules).status()).isEqualTo(2);
		String config = file("prometheus.yml", "global:\n  scrape_interval: 15sec\n");
		Run refused = Run.of("check", "rules", "--locale=en", "--config", config, rules);
		assertThat(refused.status()).isEqualTo(2);
		assertThat(refused.err()).contains("prometheus.yml:2:20: ", "(prometheus=3.14)");
		String routing = file("alertmanager.yml", "{route: {receiver: nobody}, receivers: []}");
		assertThat(Run.of("check", "rules", "--alertmanager", routing, rules).status()).isEqualTo(2);
		assertThat(Run.of("promql", "format", "--matcher", "bad", "up =").status()).isEqualTo(2);
		assertThat(Run.withInput("", "promql", "format", "--matcher", "bad").status()).isEqualTo(2);
	}

	@Test
	void whenCharactersAreWideThenColumnsCountThemOnce() throws IOException {
		String rules = file("rules.yml", "groups: [{name: g, rules: [{record: a:b, expr: '\"😀\" + foo'}]}]");
		assertThat(Run.of("check", "rules", "--locale=en", rules).out()).contains(":1:49: error");
		Run run = Run.of("promql", "check", "--locale=en", "foo{a=\"😀\"} + + rate(up)");
		assertThat(run.out()).contains("1:21: error", "\n" + " ".repeat(4 + 20) + "^");
	}

	@Test
	void whenADirectoryHasNoSuchFileThenTheStatusIsTwo() throws IOException {
		file("notes.txt", "");
		assertThat(Run.of("check", "web", "--locale=en", this.directory.toString())).extracting(Run::status, Run::out)
			.containsExactly(2, this.directory + ": The directory holds no file that ends in .yml, .yaml.\n");
	}

	@Test
	void whenSeveralTargetsAreNamedThenEachGivesAVerdict() throws IOException {
		String config = file("prometheus.yml",
				"scrape_configs: [{job_name: a, scrape_protocols: [PrometheusText0.0.4]}]");
		Run run = Run.of("check", "config", "--format=json", "--target=prometheus=2.42", "--target=prometheus=3.5",
				config);
		assertThat(run.status()).isEqualTo(1);
		List<JsonNode> verdicts = run.out().lines().map((line) -> (JsonNode) new JsonMapper().readTree(line)).toList();
		assertThat(verdicts).extracting((verdict) -> verdict.get("verdict").asString())
			.containsExactly("rejected", "accepted");
		assertThat(verdicts.getFirst().get("findings").get(0).get("code").asString()).isEqualTo("key-too-new");
	}

	@Test
	void whenATextCannotBeDecodedThenThatIsSaid() throws IOException {
		Path file = this.directory.resolve("latin.yml");
		Files.write(file, "groups: [] # é".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(Run.of("check", "rules", "--locale=en", file.toString()).out()).contains("It is not UTF-8 text.");
	}

	@Test
	void whenStandardInputIsNamedThenItIsJudged() {
		assertThat(Run.withInput("route: {receiver: a}\nreceivers: [{name: a}]", "check", "alertmanager", "-").status())
			.isZero();
		assertThat(Run.withInput("", "check", "alertmanager", "-").status()).isEqualTo(1);
		assertThat(Run.withInput("[{targets: ['a:1']}]", "check", "targets", "-").status()).isZero();
		assertThat(Run.withInput("tls_server_config: {cert_file: a}", "check", "web", "--target=alertmanager=0.28", "-")
			.status()).isOne();
	}

	@Test
	void whenItIsUsedWronglyThenTheStatusIsTwoAndTheRemedyIsSaid() {
		assertThat(Run.of("check", "cars", "x.yml").err()).contains("“cars” is not a kind of file",
				"See firekeeper check --help");
		assertThat(Run.of("check", "rules", "--target=prometheus=1.8", "x.yml").err())
			.contains("prometheus 2.40 to 3.14 are");
		assertThat(Run.of("check", "rules", "--target=alertmanager=0.28", "x.yml").err())
			.contains("no --target is one that reads the kind “rules”, such as prometheus=3.14");
		assertThat(Run.of("promql", "check", "--target=alertmanager=0.28", "up").status()).isEqualTo(2);
		assertThat(Run.of("promql", "check", "--feature=time-travel", "up").err())
			.contains("promql-experimental-functions");
		assertThat(Run.of("promql").status()).isEqualTo(2);
	}

	@Test
	void whenHelpIsAskedForThenItIsGiven() {
		assertThat(Run.of("check", "--help")).satisfies((run) -> {
			assertThat(run.status()).isZero();
			assertThat(run.out()).contains("--target=PROGRAM=VERSION", "--fail-on=error|warning");
		});
	}

	@Test
	void whenExpressionsAreArgumentsThenEachGivesAVerdict() {
		Run run = Run.of("promql", "check", "--locale=en", "up", "sum(up", "1 + 1");
		assertThat(run.status()).isEqualTo(1);
		assertThat(run.out()).contains("1: instant vector, prometheus=3.14 accepts it: up",
				"2:1:7: error: A parenthesis is opened and never closed.",
				"3: scalar, prometheus=3.14 accepts it: 1 + 1", "2 accepted, 1 refused");
	}

	@Test
	void whenExpressionsAreLinesThenJsonObjectsKeepTheirIds() {
		Run run = Run.withInput("""
				{"id": {"rule": 7}, "expr": "up\\n  == 0"}
				{job="a"}

				{"expr": "sum("}
				""", "promql", "check", "--format", "json");
		assertThat(run.status()).isEqualTo(1);
		assertThat(run.out().lines().toList()).satisfiesExactly(
				(first) -> assertThat(first).contains("\"id\":{\"rule\":7}", "\"canonical\":\"up == 0\""),
				(second) -> assertThat(second).contains("\"number\":2", "\"canonical\":\"{job=\\\"a\\\"}\""),
				(third) -> assertThat(third).contains("\"number\":4", "\"verdict\":\"rejected\""));
	}

	@Test
	void whenLinesHoldNoExpressionThenTheyAreNotCounted() {
		assertThat(Run.withInput("\uFEFFup\n# the rest\n  # is\n", "promql", "format").out()).isEqualTo("up\n");
		assertThat(Run.withInput("\n# nothing\n", "promql", "check")).satisfies((run) -> {
			assertThat(run.status()).isEqualTo(2);
			assertThat(run.err()).contains("There is no expression");
		});
	}

	@Test
	void whenAnExpressionIsFormattedThenAsPrometheusDoes() {
		String expression = "sum by(instance)(rate(node_network_receive_bytes_total{device!=\"lo\"}[5m]))"
				+ "/sum by(instance)(node_network_speed_bytes)";
		assertThat(Run.of("promql", "format", expression).out()).isEqualTo("""
				  sum by (instance) (rate(node_network_receive_bytes_total{device!="lo"}[5m]))
				/
				  sum by (instance) (node_network_speed_bytes)
				""");
		assertThat(Run.of("promql", "format", "--one-line", expression).out().lines()).hasSize(1);
	}

	@Test
	void whenAnExpressionIsExplainedThenEveryPartHasItsMeaning() {
		assertThat(Run.of("promql", "explain", "--locale=en", "sum by (job) (rate(x[5m])) > 1").out()).contains(
				"reads: x", "sum by (job) (rate(x[5m]))  — sum over the series with equal job; only these labels stay");
		assertThat(Run.of("promql", "explain", "--locale=zh", "--format=json", "x").out())
			.contains("\"metrics\":[\"x\"]", "最新样本");
		assertThat(
				Run.of("promql", "explain", "--locale=en", "topk by (job) (3, rate(x[5m] offset 1h)) > bool 1").out())
			.contains("gives: series with one sample each", "looks back: rate[5m] offset 1h",
					"topk picks among the series with equal job; they keep their labels", "> bool with a number",
					"at another time", "series with whatever labels there are");
	}

	@Test
	void whenAnExpressionIsExplainedThenItsResultsHaveLabels() {
		String expression = "sum by (job, zone) (x{job=\"a\"}) or vector(0)";
		assertThat(Run.of("promql", "explain", "--format=json", expression).out()).contains(
				"{\"present\":[\"job\"],\"possible\":[\"zone\"],\"others\":false,\"always\":false}",
				"{\"present\":[],\"possible\":[],\"others\":false,\"always\":true}", "\"since\":[\"2.40\"]");
		assertThat(Run.of("promql", "explain", "--format=json", "first_over_time(x[5m])").out())
			.contains("\"since\":[\"3.14\"]");
	}

	@Test
	void whenAnExpressionIsExplainedThenWindowsAndWhatMultipliesAreNamed() {
		String expression = "rate(x[5m]) * on (job) group_left (team) y / ignoring (zone) z";
		assertThat(Run.of("promql", "explain", "--format=json", expression).out()).contains(
				"\"windows\":[\"rate[5m]\"]",
				"{\"side\":\"left\",\"operator\":\"*\",\"labels\":[],\"others\":true,\"many\":true}",
				"{\"side\":\"right\",\"operator\":\"/\",\"labels\":[\"zone\"],\"others\":false,\"many\":false}");
		assertThat(Run.of("promql", "explain", "--locale=en", expression).out()).contains(
				"several series on the left of * may meet the same one on the right; they may differ in any label",
				"fails when several series on the right of / meet the same one; they may differ in zone");
		assertThat(Run.of("promql", "explain", "--locale=zh", expression).out()).contains("* 左侧的多条序列");
	}

	@Test
	void whenAnExpressionIsRestrictedThenEverySelectorHasTheMatcher() {
		Run run = Run.of("promql", "format", "--one-line", "--matcher", "env=\"prod\"", "--matcher", "team!=\"x\"",
				"rate(a[5m]) / b{c=\"d\"}");
		assertThat(run.out())
			.isEqualTo("rate(a{env=\"prod\",team!=\"x\"}[5m]) / b{c=\"d\",env=\"prod\",team!=\"x\"}\n");
		assertThat(run.status()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "env", "env=prod", "a=\"b\"} or y{c=\"d\"", "a=\"b\"}[5m", "a=\"b\"} #" })
	void whenAMatcherIsNoneThenItIsWrongUse(String matcher) {
		Run run = Run.of("promql", "format", "--matcher", matcher, "up");
		assertThat(run.status()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).contains("--matcher");
	}

	@Test
	void whenThereAreManyLinesThenAllAreJudged() {
		Run run = Run.withInput("up == 1\n".repeat(20_000), "promql", "check", "--format=json");
		assertThat(run.out().lines().count()).isEqualTo(20_000);
	}

	private String file(String name, String text) throws IOException {
		return Files.writeString(this.directory.resolve(name), text).toString();
	}

}
