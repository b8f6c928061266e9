package io.firekeeper.configuration;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.firekeeper.configuration.LoadedRuleGroup.LoadedRule;
import io.firekeeper.testing.RealPrometheus;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonIntegrationTests {

	private final JsonMapper json = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path workspace;

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenAReplicaLoadedAConfigurationThenItRunsTheSameAndAChangeIsSeen(String release) throws Exception {
		TargetVersion version = TargetVersion.parse(release);
		Map<String, String> configurations = Fixtures.configurations(version);
		assertThat(configurations).hasSizeGreaterThanOrEqualTo(20);
		try (RealPrometheus prometheus = start(release)) {
			for (Map.Entry<String, String> configuration : configurations.entrySet()) {
				String printed = load(prometheus, configuration.getValue());
				assertThat(compare(configuration.getValue(), printed, version)).as(configuration.getKey()).isEmpty();
				assertThat(compare(changed(configuration.getValue()), printed, version)).as(configuration.getKey())
					.isNotEmpty();
			}
		}
	}

	static Stream<Arguments> oddities() {
		List<String> texts = List.of("global: {scrape_interval: 5s}\n---\nglobal: {scrape_interval: 7s}\n",
				"\uFEFFglobal:\r\n  scrape_interval: 5s\r\n",
				"global: {evaluation_interval:\t5s,\n\tscrape_interval: 6s}\n", """
						scrape_configs:
						  - &base
						    job_name: a
						    scrape_interval: 30s
						    params: {a: [x]}
						    basic_auth: {username: u, password: p}
						    tls_config: {ca_file: /ca.pem, server_name: s}
						    relabel_configs: [{target_label: a, replacement: b}]
						  - <<: *base
						    job_name: b
						    tls_config: {insecure_skip_verify: true}
						    basic_auth: {username: v}
						    relabel_configs: []
						  - job_name: c
						    scrape_interval: 1m
						    <<: {scrape_interval: 40s, scheme: https}
						  - <<: [{scrape_interval: 41s}, {scrape_interval: 42s, scheme: https}]
						    job_name: d
						""", """
						remote_write:
						  - <<: {queue_config: {capacity: 7}, metadata_config: {send: false}}
						    url: http://127.0.0.1:1
						    queue_config: {max_shards: 3}
						    metadata_config: {send_interval: 2m}
						""");
		return Stream.of("2.42", "2.53", "3.5")
			.flatMap((release) -> texts.stream().map((text) -> Arguments.of(release, text)));
	}

	@ParameterizedTest
	@MethodSource("oddities")
	void whenATextUsesOddCornersOfYamlThenItMeansWhatTheReplicaLoads(String release, String text) throws Exception {
		TargetVersion version = TargetVersion.parse(release);
		try (RealPrometheus prometheus = start(release)) {
			assertThat(compare(text, load(prometheus, text), version)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "3.5" })
	void whenStringsArePrintedThenGoReadsTheSame(String release) throws Exception {
		YamlMapping labels = YamlMapping.empty();
		List<String> strings = List.of("yes", "no", "on", "y", "~", "null", "1", "1.0", "0x1f", "1e3", ".5", ".inf",
				"1_000", "017", "0o7", "1:30", "2024-01-02", "15s", " lead", "trail ", "a: b", "a #b", "#a", "- a", "-",
				"?", ":", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a'", "\"a\"", "it's", "a\\b", "a\\nb\"",
				"a\tb", "\ta", "a\nb", "a\nb\n", "a\n\n", "\na", " a\n b\n", "a\n \nb", "a \n", "日本🔥", "\u0085",
				"\u2028", "\uFEFF", "a\rb", "\u0007", "[a]", "{a}", "a,b", "<<", "=", "---", "...", "--- a", "", "a:",
				"http://a:80/?b=c#d");
		for (int index = 0; index < strings.size(); index++) {
			labels = labels.with("l" + index, YamlScalar.string(strings.get(index)));
		}
		String text = Yaml
			.print(YamlMapping.empty().with("global", YamlMapping.empty().with("external_labels", labels)));
		try (RealPrometheus prometheus = start(release)) {
			YamlMapping printed = Fixtures.mapping(Yaml.read(load(prometheus, text), Yaml.USER_LIMIT).root());
			YamlMapping read = Fixtures.mapping(Fixtures.mapping(printed.get("global")).get("external_labels"));
			for (int index = 0; index < strings.size(); index++) {
				assertThat(read.get("l" + index)).isInstanceOfSatisfying(YamlScalar.class, scalar(strings.get(index)));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenAReplicaLoadedRulesThenTheyAreTheSameAndAChangeIsSeen(String release) throws Exception {
		TargetVersion version = TargetVersion.parse(release);
		Files.createDirectories(this.workspace.resolve("rules"));
		Map<String, String> expected = new TreeMap<>();
		for (Path file : Fixtures.files("rules")) {
			String text = Files.readString(file);
			YamlNode root = Yaml.read(text, Yaml.USER_LIMIT).root();
			if (root != null && PrometheusSchema.checkRuleFile(root, version).isEmpty()) {
				Path copy = this.workspace.resolve("rules").resolve(file.getFileName());
				Files.writeString(copy, Yaml.print(root));
				expected.put(copy.toString(), text);
			}
		}
		assertThat(expected).hasSizeGreaterThanOrEqualTo(6);
		try (RealPrometheus prometheus = start(release)) {
			load(prometheus, "rule_files: [rules/*.yml]");
			List<LoadedRuleGroup> loaded = groups(prometheus);
			assertThat(compareRules(expected, loaded, version)).isEmpty();
			expected.replaceAll((_, text) -> text.replaceFirst("(alert|record): .*", "$1: changed"));
			assertThat(compareRules(expected, loaded, version)).hasSizeGreaterThanOrEqualTo(expected.size());
		}
	}

	private RealPrometheus start(String release) {
		return RealPrometheus.start(release, this.workspace.resolve("prometheus.yml"), this.workspace,
				"--storage.remote.flush-deadline=50ms");
	}

	private String load(RealPrometheus prometheus, String text) throws Exception {
		Files.writeString(this.workspace.resolve("prometheus.yml"), text);
		HttpResponse<String> reload = this.client.send(HttpRequest.newBuilder(prometheus.url().resolve("/-/reload"))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), BodyHandlers.ofString());
		assertThat(reload.body()).doesNotContain("couldn't load configuration");
		return this.json.readTree(prometheus.get("/api/v1/status/config")).get("data").get("yaml").asString();
	}

	private List<Difference> compare(String expected, String printed, TargetVersion version) {
		return SemanticComparison.ofConfigurations(expected, printed, this.workspace.toString(), version);
	}

	private static Consumer<YamlScalar> scalar(String text) {
		return (scalar) -> assertThat(scalar.text()).isEqualTo(text);
	}

	private static String changed(String text) {
		YamlMapping root = Fixtures.mapping(Yaml.read(text, Yaml.USER_LIMIT).root());
		YamlNode global = root.get("global");
		YamlMapping changed = (global instanceof YamlMapping mapping) ? mapping : YamlMapping.empty();
		return Yaml.print(root.with("global", changed.with("evaluation_interval", YamlScalar.plain("418s"))));
	}

	private List<LoadedRuleGroup> groups(RealPrometheus prometheus) {
		List<LoadedRuleGroup> groups = new ArrayList<>();
		for (JsonNode group : this.json.readTree(prometheus.get("/api/v1/rules")).get("data").get("groups")) {
			List<LoadedRule> rules = new ArrayList<>();
			group.get("rules").forEach((rule) -> rules.add(rule(rule)));
			groups.add(new LoadedRuleGroup(group.get("file").asString(), group.get("name").asString(),
					seconds(group, "interval"), group.path("limit").asInt(0), rules));
		}
		return groups;
	}

	private static LoadedRule rule(JsonNode rule) {
		return new LoadedRule(rule.get("type").asString().equals("alerting"), rule.get("name").asString(),
				rule.get("query").asString(), seconds(rule, "duration"), seconds(rule, "keepFiringFor"),
				strings(rule.path("labels")), strings(rule.path("annotations")));
	}

	private static Duration seconds(JsonNode node, String key) {
		return Duration.ofMillis(Math.round(node.path(key).asDouble(0) * 1000));
	}

	private static Map<String, String> strings(JsonNode node) {
		Map<String, String> strings = new LinkedHashMap<>();
		node.properties().forEach((entry) -> strings.put(entry.getKey(), entry.getValue().asString()));
		return strings;
	}

	private static List<Difference> compareRules(Map<String, String> expected, List<LoadedRuleGroup> loaded,
			TargetVersion version) {
		return SemanticComparison.ofRules(expected, loaded, 60, version);
	}

}
