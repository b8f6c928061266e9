package io.firekeeper.ruletests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.testing.RealBinaries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Unit tests of rules on real promtool, and on programs that misbehave. */
class RuleTestsIntegrationTests {

	private static final String RULES = """
			groups:
			  - name: node
			    rules:
			      - alert: Down
			        expr: up == 0
			        for: 5m
			""";

	private static final String TESTS = """
			  down.yml: |
			    evaluation_interval: 1m
			    tests:
			      - interval: 1m
			        input_series: [{series: 'up{job="a"}', values: '0x20'}]
			        alert_rule_test:
			          - {eval_time: 10m, alertname: Down, exp_alerts: [{exp_labels: {job: a}}]}
			""";

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTestsPassThenThereIsNothingToSay(String version) {
		assertThat(findings(RealBinaries.promtool(version), TESTS)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTestsFailThenPromtoolsWordsAreAnError(String version) {
		List<Finding> findings = findings(RealBinaries.promtool(version), TESTS.replace("{job: a}}]", "{job: b}}]"));
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.ERROR);
			assertThat(finding.code()).isEqualTo("failed");
			assertThat(finding.line()).isEqualTo(7);
			assertThat(finding.arguments().getFirst()).isEqualTo("down.yml");
			assertThat(finding.arguments().getLast()).contains("FAILED", "job=\"a\"", "job=\"b\"");
		});
	}

	@Test
	void whenAFileIsNoTestThenThatIsAnError() {
		assertThat(codes(RealBinaries.promtool("3.5"), "  a.yml: |\n    tests: 7\n  b.yml: '[]'\n"))
			.containsExactly("failed", "not-mapping");
	}

	@Test
	void whenAFileIsNoYamlThenThatIsSaidAtItsPlace() {
		assertThat(findings(RealBinaries.promtool("3.5"), "  a.yml: |\n    tests:\n      - a: 1\n       b: 2\n"))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.check()).isEqualTo(Finding.SCHEMA);
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.line()).isEqualTo(10);
			});
	}

	@Test
	void whenThereIsNoPromtoolThenTheFindingSaysSo() {
		assertThat(findings(null, TESTS)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.code()).isEqualTo("no-promtool");
		});
		assertThat(codes(this.directory.resolve("promtool"), TESTS)).containsExactly("not-run");
	}

	@Test
	void whenPromtoolHangsThenItIsEndedAndNotTriedAtOnceAgain() throws IOException {
		RuleTests tests = tests(script("echo x >> " + this.directory.resolve("runs") + "; sleep 60 & sleep 60"));
		PolicyDocument policy = policy(TESTS);
		assertThat(tests.of(policy, RULES)).extracting(Finding::code).containsExactly("timed-out");
		assertThat(tests.of(policy, RULES)).extracting(Finding::code).containsExactly("timed-out");
		assertThat(Files.readAllLines(this.directory.resolve("runs"))).hasSize(1);
	}

	@Test
	void whenPromtoolTalksWithoutEndThenItIsEnded() throws IOException {
		Finding finding = findings(script("while :; do echo nonsense; done"), TESTS).getFirst();
		assertThat(finding.code()).isIn("failed", "timed-out");
		assertThat(String.join("", finding.arguments())).hasSizeLessThan(70_000);
	}

	@Test
	void whenPromtoolRunsThenItSeesNoEnvironmentAndItsFilesGo() throws IOException {
		String output = findings(script("/usr/bin/env; pwd; exit 1"), TESTS).getFirst().arguments().getLast();
		assertThat(output).doesNotContain("HOME=", "FIREKEEPER");
		assertThat(Path.of(output.lines().toList().getLast())).doesNotExist();
	}

	@Test
	void whenTheSameIsAskedAgainThenItIsNotRunAgain() throws IOException {
		RuleTests tests = tests(script("echo x >> " + this.directory.resolve("runs") + "; exit 1"));
		PolicyDocument policy = policy(TESTS);
		assertThat(tests.of(policy, RULES)).isEqualTo(tests.of(policy, RULES));
		tests.of(policy, RULES + "# other\n");
		assertThat(Files.readAllLines(this.directory.resolve("runs"))).hasSize(2);
	}

	@Test
	void whenAPathIsSearchedThenTheFirstExecutableCounts() throws IOException {
		Path found = script("exit 0");
		String path = "/nonexistent:" + this.directory;
		assertThat(PromtoolPath.find(null, path)).isEqualTo(found);
		assertThat(PromtoolPath.find(" ", "/nonexistent")).isNull();
		assertThat(PromtoolPath.find("/opt/promtool", path)).isEqualTo(Path.of("/opt/promtool"));
	}

	private Path script(String body) throws IOException {
		Path script = Files.writeString(this.directory.resolve("promtool"), "#!/bin/sh\n" + body + "\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

	private static List<String> codes(@Nullable Path promtool, String tests) {
		return findings(promtool, tests).stream().map(Finding::code).toList();
	}

	private static List<Finding> findings(@Nullable Path promtool, String tests) {
		return tests(promtool).of(policy(tests), RULES);
	}

	private static RuleTests tests(@Nullable Path promtool) {
		return new RuleTests(new Promtool(promtool, Duration.ofSeconds(5)), Clock.systemUTC());
	}

	private static PolicyDocument policy(String tests) {
		String text = """
				kind: RuleGroups
				name: node
				team: platform
				clusters: {matchLabels: {}}
				spec: {groups: []}
				tests:
				""" + tests;
		return Objects.requireNonNull(PolicyReader.readEnvelope(text).document(), text);
	}

}
