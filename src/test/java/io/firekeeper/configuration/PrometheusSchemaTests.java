package io.firekeeper.configuration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PrometheusSchemaTests {

	private static final TargetVersion V2 = new TargetVersion(2, 42);

	private static final TargetVersion V3 = new TargetVersion(3, 5);

	@Test
	void whenKeyIsMisspelledThenTheNearestIsNamedAtItsPlace() {
		assertThat(check("scrape_configs:\n  - job_name: a\n    scrape_intervall: 5s\n", V3))
			.containsExactly(new Problem("unknown-key", List.of("scrape_intervall", "scrape_interval", "Prometheus"),
					"scrape_configs[0].scrape_intervall", new Position(3, 5)));
		assertThat(check("retention: 5d\n", V3)).containsExactly(
				new Problem("no-such-key", List.of("retention", "", "Prometheus"), "retention", new Position(1, 1)));
	}

	@Test
	void whenKeyIsOfAnotherVersionThenTheVersionIsNamed() {
		String native3 = "scrape_configs: [{job_name: a, fallback_scrape_protocol: PrometheusText0.0.4}]";
		assertThat(codes(native3, V3)).isEmpty();
		assertThat(check(native3, V2)).singleElement()
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("key-too-new"))
			.satisfies((problem) -> assertThat(problem.arguments()).containsExactly("fallback_scrape_protocol", "3.0",
					"Prometheus"));
		assertThat(check("scrape_configs: [{job_name: a, scrape_classic_histograms: true}]", V3)).singleElement()
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("key-removed"))
			.satisfies((problem) -> assertThat(problem.arguments()).containsExactly("scrape_classic_histograms", "2.55",
					"Prometheus"));
	}

	static List<Arguments> configurations() {
		return List.of(Arguments.of("global: []", "not-mapping"), Arguments.of("rule_files: a.yml", "not-list"),
				Arguments.of("global: {scrape_interval: [1m]}", "not-scalar"),
				Arguments.of("global: {scrape_interval: 30}", "not-duration"),
				Arguments.of("global: {scrape_interval: ''}", "not-duration"),
				Arguments.of("global: {scrape_interval: 1m1h}", "not-duration"),
				Arguments.of("global: {scrape_interval: 5s, scrape_timeout: 10s}", "timeout-above-interval"),
				Arguments.of("global: {external_labels: {a-b: c}}", "not-label-name"),
				Arguments.of(job("body_size_limit: 512"), "not-size"),
				Arguments.of(job("honor_labels: 'true'"), "not-boolean"),
				Arguments.of(job("honor_labels: 1"), "not-boolean"),
				Arguments.of(job("sample_limit: -1"), "not-unsigned"),
				Arguments.of(job("sample_limit: '5'"), "not-integer"),
				Arguments.of(job("scrape_timeout: 2m"), "timeout-above-interval"),
				Arguments.of(job("static_configs: [{targets: ['http://a:1/metrics']}]"), "target-with-path"),
				Arguments.of(job("basic_auth: {password: a, password_file: b}"), "exclusive-keys"),
				Arguments.of(job("basic_auth: {username: a}, bearer_token: b"), "exclusive-keys"),
				Arguments.of(job("authorization: {type: basic, credentials: a}"), "authorization-basic"),
				Arguments.of(job("proxy_url: ':80'"), "not-url"),
				Arguments.of(job("relabel_configs: [{action: kep}]"), "not-one-of"),
				Arguments.of(job("relabel_configs: [{source_labels: [a]}]"), "relabel-target-missing"),
				Arguments.of(job("relabel_configs: [{regex: '(', target_label: a}]"), "not-regex"),
				Arguments.of(job("relabel_configs: [{action: hashmod, target_label: a}]"), "relabel-modulus"),
				Arguments.of(job("relabel_configs: [{action: labeldrop, regex: a, source_labels: [b]}]"),
						"relabel-only-regex"),
				Arguments.of(job("relabel_configs: [{action: keepequal, target_label: a, regex: b}]"),
						"relabel-only-labels"),
				Arguments.of(job("relabel_configs: [{action: uppercase, target_label: a, replacement: b}]"),
						"relabel-no-replacement"),
				Arguments.of(job("relabel_configs: [null]"), "empty-item"),
				Arguments.of(job("file_sd_configs: [{files: [a.txt]}]"), "bad-file-pattern"),
				Arguments.of(job("file_sd_configs: [{files: ['*/a.yml']}]"), "bad-file-pattern"),
				Arguments.of(job("file_sd_configs: [{}]"), "required"),
				Arguments.of(job("http_sd_configs: [{url: 'ftp://a/b'}]"), "not-web-url"),
				Arguments.of(job("dns_sd_configs: [{names: [a], type: A}]"), "required"),
				Arguments.of(job("kubernetes_sd_configs: [{role: pods}]"), "not-one-of"),
				Arguments.of(job("kubernetes_sd_configs: [{role: pod, bearer_token: a}]"), "kubernetes-client"),
				Arguments.of("scrape_configs: [null]", "empty-item"), Arguments.of("scrape_configs: [{}]", "required"),
				Arguments.of("scrape_configs: [{job_name: a}, {job_name: a}]", "duplicate-job"),
				Arguments.of("rule_files: ['*/a.yml']", "bad-file-pattern"),
				Arguments.of("remote_write: [{name: a}]", "required"),
				Arguments.of("remote_write: [{url: 'http://a', name: x}, {url: 'http://b', name: x}]",
						"duplicate-name"),
				Arguments.of("remote_write: [{url: 'http://a', headers: {Content-Type: x}}]", "reserved-header"),
				Arguments.of("remote_write: [{url: 'http://a', sigv4: {access_key: x}}]", "needs-key"),
				Arguments.of("alerting: {alert_relabel_configs: [{action: replace}]}", "relabel-target-missing"),
				Arguments.of("tracing: {}", "required"));
	}

	@ParameterizedTest
	@MethodSource("configurations")
	void whenPrometheusWouldRefuseAConfigurationThenSoDoWe(String text, String code) {
		assertThat(codes(text, V2)).containsExactly(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "global: ", "global: {}", "scrape_configs: []", "alerting:", "runtime: {gogc: 50}",
			"global: {scrape_interval: 0, scrape_timeout: 30s}", "global: {scrape_interval: 5s}",
			"scrape_configs: [{job_name: 1, honor_labels: Yes, sample_limit: 0x10, scrape_interval: 1h30m}]",
			"scrape_configs: [{job_name: a, scrape_interval: 5s, body_size_limit: 1.5GiB, params: {m: [x, 1]}}]",
			"scrape_configs: [{job_name: a, relabel_configs: [{action: LabelDrop, regex: 'a|b'}]}]",
			"scrape_configs: [{job_name: a, relabel_configs: [{regex: , target_label: ä}], static_configs: [{targets: [a]}]}]",
			"scrape_configs: [{job_name: a, kubernetes_sd_configs: [{role: pod, api_server: 'https://k', bearer_token: a}]}]",
			"remote_write: [{url: 'http://u:p@a:80/x?y', queue_config: {max_shards: 5}, sigv4: {}}]" })
	void whenPrometheusAcceptsAConfigurationThenSoDoWe(String text) {
		assertThat(check(text, V3)).isEmpty();
	}

	@Test
	void whenVersionAddsOrDropsAValueThenItCounts() {
		assertThat(codes("alerting: {alertmanagers: [{api_version: v1}]}", V2)).isEmpty();
		assertThat(codes("alerting: {alertmanagers: [{api_version: v1}]}", V3)).containsExactly("not-one-of");
		assertThat(codes(job("relabel_configs: [{action: keepequal, target_label: a}]"), TargetVersion.OLDEST))
			.containsExactly("not-one-of");
		assertThat(codes("global: {external_labels: {'a.b': c}}", V3)).isEmpty();
		assertThat(codes("global: {scrape_protocols: [PrometheusText1.0.0]}", V3)).isEmpty();
		assertThat(codes("global: {scrape_protocols: [PrometheusText1.0.0]}", new TargetVersion(2, 53)))
			.containsExactly("not-one-of");
		assertThat(codes("remote_write: [{url: 'http://a', queue_config: {min_shards: 60}}]", TargetVersion.NEWEST))
			.containsExactly("minimum-above-maximum");
	}

	static List<Arguments> ruleFiles() {
		return List.of(Arguments.of("groups: [{rules: []}]", "required"),
				Arguments.of("groups: [{name: a}, {name: a}]", "duplicate-group"),
				Arguments.of(rule("record: a"), "required"), Arguments.of(rule("expr: up"), "one-of-required"),
				Arguments.of(rule("record: a, alert: b, expr: up"), "exclusive-keys"),
				Arguments.of(rule("record: a, expr: up, for: 5m"), "only-for-alerts"),
				Arguments.of(rule("record: a, expr: up, annotations: {b: c}"), "only-for-alerts"),
				Arguments.of(rule("record: a-b, expr: up"), "not-metric-name"),
				Arguments.of(rule("alert: a, expr: up, labels: {b-c: d}"), "not-label-name"),
				Arguments.of(rule("alert: a, expr: up, labels: {__name__: d}"), "name-as-label"),
				Arguments.of(rule("alert: a, expr: up, annotations: {b-c: d}"), "not-label-name"),
				Arguments.of(rule("alert: a, expr: up, for: 5"), "not-duration"),
				Arguments.of("groups: [{name: a, query_offset: 1m}]", "key-too-new"),
				Arguments.of("groups: [{name: a, labels: {b: c}}]", "key-too-new"), Arguments.of("- a", "not-mapping"));
	}

	@ParameterizedTest
	@MethodSource("ruleFiles")
	void whenPrometheusWouldRefuseARuleFileThenSoDoWe(String text, String code) {
		assertThat(PrometheusSchema.checkRuleFile(read(text), V2)).extracting(Problem::code).containsExactly(code);
	}

	@Test
	void whenRuleFileUsesNewFieldsThenNewVersionsAcceptIt() {
		String text = """
				groups:
				  - name: a
				    interval: 1m
				    query_offset: 30s
				    limit: 10
				    labels: {team: x}
				    rules:
				      - {alert: a, expr: up == 0, for: 5m, keep_firing_for: 10m, labels: {severity: no}, annotations: {b: '{{ $value }}'}}
				      - {record: 'a:b', expr: 1}
				""";
		assertThat(PrometheusSchema.checkRuleFile(read(text), V3)).isEmpty();
	}

	@Test
	void whenSectionIsCheckedThenPathsAreOfTheSectionAndInheritanceIsNotAssumed() {
		YamlNode jobs = read("[{job_name: a, scrape_timeout: 5m}, {job_name: a, metrics_pat: /x}]");
		assertThat(PrometheusSchema.checkSection(PrometheusSchema.Section.SCRAPE_CONFIGS, jobs, V3))
			.extracting(Problem::path, Problem::code)
			.containsExactly(tuple("[1].job_name", "duplicate-job"), tuple("[1].metrics_pat", "unknown-key"));
		assertThat(PrometheusSchema.checkSection(PrometheusSchema.Section.SCRAPE_CONFIGS, read("{}"), V2))
			.extracting(Problem::code)
			.containsExactly("not-list");
		assertThat(PrometheusSchema.checkSection(PrometheusSchema.Section.ALERTING,
				read("alertmanagers: [{static_configs: [{targets: [a/b]}]}]"), V3))
			.extracting(Problem::path)
			.containsExactly("alertmanagers[0].static_configs[0].targets[0]");
		assertThat(
				PrometheusSchema.checkSection(PrometheusSchema.Section.TOP_LEVEL, read("storage: {exemplars: {}}"), V3))
			.isEmpty();
	}

	@Test
	void whenAJobHasHalfAClientCertificateThenEveryVersionRefusesIt() {
		for (TargetVersion version : List.of(V2, new TargetVersion(2, 45), V3)) {
			assertThat(codes("scrape_configs: [{job_name: a, tls_config: {cert_file: a}}]", version)).hasSize(1);
			assertThat(codes("scrape_configs: [{job_name: a, tls_config: {key_file: a}}]", version)).hasSize(1);
			assertThat(codes("scrape_configs: [{job_name: a, tls_config: {cert_file: a, key_file: b}}]", version))
				.isEmpty();
		}
	}

	@Test
	void whenValuesAreExtremeThenReadingEndsAsPrometheusDoes() {
		TargetVersion newest = TargetVersion.NEWEST;
		assertThat(codes("storage: {tsdb: {retention: {percentage: .inf}}}", newest)).containsExactly("not-percentage");
		assertThat(codes("storage: {tsdb: {retention: {percentage: .nan}}}", newest)).isEmpty();
		assertThat(codes("scrape_configs: [{job_name: ' '}]", V3)).isEmpty();
		assertThat(codes("scrape_configs: [{job_name: a, proxy_url: 'http://" + "a".repeat(20_000) + "'}]", V3))
			.isEmpty();
		assertThat(codes("scrape_configs: [{job_name: a, proxy_url: 'http://[fe80::1%25]x'}]", V3)).isNotEmpty();
		assertThat(codes("scrape_configs: [{job_name: a, proxy_url: 'http://[fe80::1%25en0]:9'}]", V3)).isEmpty();
	}

	private static String job(String fields) {
		return "scrape_configs: [{job_name: a, " + fields + "}]";
	}

	private static String rule(String fields) {
		return "groups: [{name: a, rules: [{" + fields + "}]}]";
	}

	private static List<String> codes(String text, TargetVersion version) {
		return check(text, version).stream().map(Problem::code).toList();
	}

	private static List<Problem> check(String text, TargetVersion version) {
		return PrometheusSchema.checkConfiguration(read(text), version);
	}

	private static YamlNode read(String text) {
		Yaml.Reading reading = Yaml.read(text, Yaml.USER_LIMIT);
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.root()).isNotNull();
		return reading.root();
	}

}
