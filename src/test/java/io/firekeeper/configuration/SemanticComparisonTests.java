package io.firekeeper.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.firekeeper.configuration.LoadedRuleGroup.LoadedRule;

import static org.assertj.core.api.Assertions.assertThat;

class SemanticComparisonTests {

	private static final TargetVersion V2 = new TargetVersion(2, 42);

	private static final TargetVersion V3 = new TargetVersion(3, 5);

	private static final String EXPECTED = """
			global:
			  scrape_interval: 90m
			  external_labels: {replica: a, cluster: eu}
			rule_files: [rules/*.yml]
			remote_write:
			  - url: https://user:pass@host/write
			    headers: {X-Scope: a}
			    queue_config: {max_shards: 5}
			scrape_configs:
			  - job_name: node
			    scrape_interval: 5s
			    bearer_token: abc
			    params: {b: [x], a: [y]}
			    tls_config: {ca_file: ca.pem}
			    relabel_configs:
			      - {action: LabelDrop, regex: tmp}
			      - {source_labels: [a], target_label: b, separator: '', replacement: ''}
			    static_configs: [{targets: [10.0.0.1:9100]}]
			""";

	private static final String PRINTED = """
			global:
			  scrape_interval: 1h30m
			  scrape_timeout: 10s
			  evaluation_interval: 1m
			  external_labels:
			    cluster: eu
			    replica: a
			rule_files:
			- /etc/prometheus/rules/*.yml
			scrape_configs:
			- job_name: node
			  honor_timestamps: true
			  params:
			    a:
			    - "y"
			    b:
			    - x
			  scrape_interval: 5s
			  scrape_timeout: 5s
			  metrics_path: /metrics
			  scheme: http
			  authorization:
			    type: Bearer
			    credentials: <secret>
			  tls_config:
			    ca_file: /etc/prometheus/ca.pem
			    insecure_skip_verify: false
			  follow_redirects: true
			  enable_http2: true
			  relabel_configs:
			  - separator: ;
			    regex: tmp
			    replacement: $1
			    action: labeldrop
			  - source_labels: [a]
			    regex: (.*)
			    target_label: b
			    action: replace
			  static_configs:
			  - targets:
			    - 10.0.0.1:9100
			remote_write:
			- url: https://user:xxxxx@host/write
			  remote_timeout: 30s
			  headers:
			    X-Scope: a
			  follow_redirects: true
			  enable_http2: true
			  queue_config:
			    capacity: 2500
			    max_shards: 5
			    min_shards: 1
			    max_samples_per_send: 500
			    batch_send_deadline: 5s
			    min_backoff: 30ms
			    max_backoff: 5s
			  metadata_config:
			    send: true
			    send_interval: 1m
			    max_samples_per_send: 500
			""";

	@Test
	void whenReplicaPrintsDefaultsAndMasksThenNothingDiffers() {
		assertThat(compare(EXPECTED, PRINTED)).isEmpty();
	}

	@Test
	void whenAnythingWasChangedThenItIsSeen() {
		List<String> changes = List.of("1h30m>1h", "replica: a>replica: b", "rules/*>rule/*",
				"scrape_timeout: 5s>scrape_timeout: 4s", "/metrics>/probe", "regex: tmp>regex: temp",
				"action: labeldrop>action: labelkeep", "9100>9101", "xxxxx@host>xxxxx@other",
				"max_shards: 5>max_shards: 50", "capacity: 2500>capacity: 10000", "send: true>send: false",
				"X-Scope: a>X-Scope: b", "ca.pem>other.pem", "insecure_skip_verify: false>insecure_skip_verify: true",
				"  enable_http2: true>  enable_http2: false", "- x>- z", "target_label: b>target_label: c",
				"honor_timestamps: true>honor_timestamps: false", "    credentials: <secret>\n>",
				"job_name: node>job_name: node2", "    target_label: b\n>    target_label: b\n    separator: ;\n",
				"global:>rule_filez: []\nglobal:");
		for (String change : changes) {
			String[] parts = change.split(">(?!\\n)", 2);
			String changed = PRINTED.replace(parts[0], parts[1]);
			assertThat(changed).as(change).isNotEqualTo(PRINTED);
			assertThat(compare(EXPECTED, changed)).as(change).isNotEmpty();
		}
	}

	@Test
	void whenAValueDiffersThenPathAndBothValuesAreNamed() {
		assertThat(compare(EXPECTED, PRINTED.replace("scrape_timeout: 5s", "scrape_timeout: 4s")))
			.containsExactly(new Difference("scrape_configs[node].scrape_timeout", "5s", "4s"));
		assertThat(compare(EXPECTED, PRINTED.replace("10.0.0.1:9100", "10.0.0.2:9100"))).containsExactly(
				new Difference("scrape_configs[node].static_configs[0].targets[0]", "10.0.0.1:9100", "10.0.0.2:9100"));
	}

	@Test
	void whenAJobIsMissingOrExtraThenItIsNamedWithoutItsSecrets() {
		String more = EXPECTED + "  - {job_name: extra, basic_auth: {username: u, password: hidden}}\n";
		assertThat(compare(more, PRINTED)).singleElement().satisfies((difference) -> {
			assertThat(difference.path()).isEqualTo("scrape_configs[extra]");
			assertThat(difference.expected()).contains("username: u", "<secret>").doesNotContain("hidden");
			assertThat(difference.actual()).isNull();
		});
		assertThat(compare("{}", PRINTED)).extracting(Difference::path).contains("scrape_configs[node]");
	}

	@Test
	void whenASecretIsMissingThenOnlyTheMaskIsShown() {
		assertThat(compare(EXPECTED, PRINTED.replace("    credentials: <secret>\n", "")))
			.containsExactly(new Difference("scrape_configs[node].authorization.credentials", "<secret>", null));
	}

	@Test
	void whenJobsStandInAnotherOrderThenNothingDiffers() {
		String expected = "scrape_configs: [{job_name: a}, {job_name: b, scheme: https}]";
		String printed = """
				global: {scrape_interval: 1m, scrape_timeout: 10s, evaluation_interval: 1m}
				scrape_configs:
				- {job_name: b, honor_timestamps: true, scrape_interval: 1m, scrape_timeout: 10s, metrics_path: /metrics, scheme: https, follow_redirects: true, enable_http2: true}
				- {job_name: a, honor_timestamps: true, scrape_interval: 1m, scrape_timeout: 10s, metrics_path: /metrics, scheme: http, follow_redirects: true, enable_http2: true}
				""";
		assertThat(compare(expected, printed)).isEmpty();
	}

	@Test
	void whenExternalLabelHoldsVariablesThenOnlyTheirExpansionMayDiffer() {
		String expected = "global: {external_labels: {pod: 'p-${POD_NAME}-$$x', zone: eu}}";
		String printed = "global: {scrape_interval: 1m, scrape_timeout: 10s, evaluation_interval: 1m, external_labels: {pod: %s, zone: %s}}";
		assertThat(compare(expected, printed.formatted("p-prometheus-0-$x", "eu"))).isEmpty();
		assertThat(compare(expected, printed.formatted("q-prometheus-0-$x", "eu"))).hasSize(1);
		assertThat(compare(expected, printed.formatted("p--$x", "us"))).extracting(Difference::path)
			.containsExactly("global.external_labels.zone");
	}

	@Test
	void whenFlagsChooseDefaultsThenTheyMayDifferUnlessTheFileSetsThem() {
		TargetVersion newest = TargetVersion.NEWEST;
		String printed = """
				global: {scrape_interval: 1m, scrape_timeout: 10s, evaluation_interval: 1m, scrape_native_histograms: %s,
				  metric_name_validation_scheme: utf8, extra_scrape_metrics: false}
				runtime: {gogc: %s}
				otlp: {translation_strategy: UnderscoreEscapingWithSuffixes, label_name_underscore_sanitization: true,
				  label_name_preserve_multiple_underscores: true}
				storage: {tsdb: {retention: {time: %s}}}
				""";
		assertThat(SemanticComparison.ofConfigurations("", printed.formatted("true", "100", "15d"), "/", newest))
			.isEmpty();
		String expected = "global: {scrape_native_histograms: false}\nruntime: {gogc: 75}\nstorage: {tsdb: {retention: {time: 30d}}}";
		assertThat(SemanticComparison.ofConfigurations(expected, printed.formatted("true", "100", "15d"), "/", newest))
			.extracting(Difference::path)
			.containsExactlyInAnyOrder("global.scrape_native_histograms", "runtime.gogc",
					"storage.tsdb.retention.time");
	}

	@Test
	void whenAnAnswerIsNotAConfigurationThenThatIsADifference() {
		assertThat(compare(EXPECTED, "a: [")).isNotEmpty();
		assertThat(compare(EXPECTED, "<html>")).isNotEmpty();
		assertThat(compare("scrape_configs: [{job_name: a, honor_labels: 5}]", PRINTED)).isNotEmpty();
		assertThat(compare(EXPECTED, PRINTED.replace("honor_timestamps: true", "honor_timestamps: perhaps")))
			.isNotEmpty();
	}

	@Test
	void whenRulesAreLoadedAsWrittenThenNothingDiffers() {
		assertThat(compareRules(RULES, List.of(group(rules())), V3)).isEmpty();
	}

	@Test
	void whenRulesWereChangedThenEachChangeIsNamed() {
		LoadedRule alert = rules().getFirst();
		assertThat(compareRules(RULES, List.of(group(with(alert, "up == 1", alert.duration(), alert.labels()))), V3))
			.containsExactly(new Difference("/r/a.yml: groups[g].rules[0].expr", "up == 0", "up == 1"));
		assertThat(
				compareRules(RULES, List.of(group(with(alert, "up == 0", Duration.ofMinutes(5), alert.labels()))), V3))
			.containsExactly(new Difference("/r/a.yml: groups[g].rules[0].for", "10m", "5m"));
		assertThat(compareRules(RULES,
				List.of(group(with(alert, "up == 0", alert.duration(), Map.of("severity", "warn")))), V3))
			.extracting(Difference::path)
			.containsExactly("/r/a.yml: groups[g].rules[0].labels.severity",
					"/r/a.yml: groups[g].rules[0].labels.team");
	}

	@Test
	void whenGroupsOrFilesAreMissingOrExtraThenTheyAreNamed() {
		assertThat(compareRules(RULES, List.of(), V3))
			.containsExactly(new Difference("/r/a.yml: groups[g]", "g", null));
		LoadedRuleGroup other = new LoadedRuleGroup("/r/b.yml", "x", Duration.ofMinutes(1), 0, List.of());
		assertThat(compareRules(RULES, List.of(group(rules()), other), V3))
			.containsExactly(new Difference("/r/b.yml: groups[x]", null, "x"));
		assertThat(compareRules(RULES, List.of(group(rules().subList(0, 1))), V3))
			.containsExactly(new Difference("/r/a.yml: groups[g].rules[1]", "job:up:sum", null));
		assertThat(compareRules(RULES,
				List.of(new LoadedRuleGroup("/r/a.yml", "g", Duration.ofSeconds(30), 3, rules())), V3))
			.extracting(Difference::path)
			.containsExactly("/r/a.yml: groups[g].interval", "/r/a.yml: groups[g].limit");
	}

	@Test
	void whenExpressionsOnlyLookDifferentThenTheCanonicalFormDecides() {
		assertThat(compareExpressions("sum(up  ==  0)by(job) # down", "sum by (job) (up == 0)", V3)).isEmpty();
		assertThat(compareExpressions("up > 1e6", "up > 1e+06", V2)).isEmpty();
		assertThat(compareExpressions("up > 1e6", "up > 1000000", V3)).isEmpty();
		assertThat(compareExpressions("x[60m] offset 24h", "x[1h] offset 1d", V3)).isEmpty();
		assertThat(compareExpressions("{b='1', a=~\"2\"}", "{a=~\"2\",b=\"1\"}", V3)).isEmpty();
	}

	@Test
	void whenExpressionsMeanOtherThingsThenTheyDiffer() {
		assertThat(compareExpressions("a - (b - c)", "a - b - c", V3)).isNotEmpty();
		assertThat(compareExpressions("sum by (job) (up)", "sum by (job, env) (up)", V3)).isNotEmpty();
		assertThat(compareExpressions("up == 0", "up == bool 0", V3)).isNotEmpty();
		assertThat(compareExpressions("x[5m]", "x[5m] offset 1m", V3)).isNotEmpty();
	}

	@Test
	void whenAnExpressionCannotBeReadThenOnlyTheSameTextIsEqual() {
		assertThat(compareExpressions("a future thing", "a future thing", V3)).isEmpty();
		assertThat(compareExpressions("a future  thing", "a future thing", V3)).isNotEmpty();
		assertThat(compareExpressions("a future thing", "up", V3)).isNotEmpty();
	}

	private static List<Difference> compareExpressions(String written, String loaded, TargetVersion version) {
		String text = "groups: [{name: g, rules: [{record: a, expr: '" + written.replace("'", "''") + "'}]}]";
		List<LoadedRuleGroup> groups = List
			.of(new LoadedRuleGroup("/r/a.yml", "g", Duration.ofMinutes(1), 0, List.of(record("a", loaded))));
		return SemanticComparison.ofRules(Map.of("/r/a.yml", text), groups, 60, version);
	}

	private static final String RULES = """
			groups:
			  - name: g
			    labels: {team: sre, severity: none}
			    rules:
			      - alert: Down
			        expr: up==0
			        for: 10m
			        labels: {severity: page}
			        annotations: {summary: '{{ $labels.job }}'}
			      - {record: 'job:up:sum', expr: sum by (job) (up)}
			""";

	private static List<LoadedRule> rules() {
		return List.of(
				new LoadedRule(true, "Down", "up == 0", Duration.ofMinutes(10), Duration.ZERO,
						Map.of("severity", "page", "team", "sre"), Map.of("summary", "{{ $labels.job }}")),
				new LoadedRule(false, "job:up:sum", "sum by (job) (up)", Duration.ZERO, Duration.ZERO,
						Map.of("severity", "none", "team", "sre"), Map.of()));
	}

	private static LoadedRuleGroup group(List<LoadedRule> rules) {
		return new LoadedRuleGroup("/r/a.yml", "g", Duration.ofMinutes(1), 0, rules);
	}

	private static List<LoadedRule> with(LoadedRule rule, String expression, Duration duration,
			Map<String, String> labels) {
		return List.of(
				new LoadedRule(true, rule.name(), expression, duration, Duration.ZERO, labels, rule.annotations()),
				rules().get(1));
	}

	private static LoadedRule record(String name, String expression) {
		return new LoadedRule(false, name, expression, Duration.ZERO, Duration.ZERO, Map.of(), Map.of());
	}

	private static List<Difference> compareRules(String text, List<LoadedRuleGroup> loaded, TargetVersion version) {
		return SemanticComparison.ofRules(Map.of("/r/a.yml", text), loaded, 60, version);
	}

	private static List<Difference> compare(String expected, String printed) {
		return SemanticComparison.ofConfigurations(expected, printed, "/etc/prometheus", V2);
	}

}
