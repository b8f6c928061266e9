package io.firekeeper.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A configuration like those that people run: jobs with relabelling and targets, rule
 * files of alerts and recordings with labels and annotations.
 *
 * @param rules how many rules
 * @param jobs how many jobs, each with ten targets
 */
record Workload(int rules, int jobs) {

	/** Of the size that is promised. */
	static final Workload USUAL = new Workload(10_000, 1000);

	private static final int RULES_IN_GROUP = 10;

	private static final int GROUPS_IN_FILE = 10;

	private static final int JOBS_IN_POLICY = 10;

	private static final int TARGETS = 10;

	private static final List<String> JOBS = List.of("""
			- job_name: node-%1$d
			  scrape_interval: 30s
			  static_configs:
			    - targets: [%2$s]
			      labels: {team: infra, tier: "%3$d"}
			  relabel_configs:
			    - source_labels: [__address__]
			      regex: '([^:]+):\\d+'
			      target_label: instance
			      replacement: $1
			""", """
			- job_name: api-%1$d
			  metrics_path: /internal/metrics
			  scheme: https
			  scrape_timeout: 8s
			  basic_auth:
			    username: prometheus
			    password: $(secret.scraper)
			  tls_config: {insecure_skip_verify: true}
			  static_configs:
			    - targets: [%2$s]
			  metric_relabel_configs:
			    - source_labels: [__name__]
			      regex: go_(gc|memstats)_.*
			      action: drop
			    - regex: pod_template_hash
			      action: labeldrop
			""", """
			- job_name: probe-%1$d
			  metrics_path: /probe
			  params:
			    module: [http_2xx]
			  static_configs:
			    - targets: [%2$s]
			  relabel_configs:
			    - source_labels: [__address__]
			      target_label: __param_target
			    - source_labels: [__param_target]
			      target_label: instance
			    - target_label: __address__
			      replacement: 127.0.0.1:9115
			""");

	private static final List<String> RULES = List.of("""
			- record: job:http_requests%1$d:rate5m
			  expr: sum by (job, code) (rate(http_requests_total{service="s%1$d"}[5m]))
			""", """
			- alert: HighErrorRate%1$d
			  expr: |
			    sum by (job) (rate(http_requests_total{service="s%1$d",code=~"5.."}[5m]))
			      /
			    sum by (job) (rate(http_requests_total{service="s%1$d"}[5m]))
			      > 0.05
			  for: 10m
			  labels:
			    severity: page
			  annotations:
			    summary: '{{ $labels.job }} fails: {{ $value | humanizePercentage }}'
			    runbook_url: https://runbooks.example.org/s%1$d/errors
			""",
			"""
					- alert: SlowRequests%1$d
					  expr: histogram_quantile(0.99, sum by (job, le) (rate(http_request_duration_seconds_bucket{service="s%1$d"}[5m]))) > 1.5
					  for: 15m
					  labels: {severity: ticket, team: payments}
					  annotations:
					    summary: The 99th percentile of {{ $labels.job }} is {{ $value | humanizeDuration }}.
					""",
			"""
					- alert: DiskWillFill%1$d
					  expr: >-
					    predict_linear(node_filesystem_avail_bytes{job="node-%1$d",fstype!~"tmpfs|ramfs"}[6h], 24 * 3600) < 0
					    and node_filesystem_readonly{job="node-%1$d"} == 0
					  for: 1h
					  keep_firing_for: 5m
					  labels: {severity: ticket}
					  annotations:
					    summary: '{{ $labels.device }} on {{ $labels.instance }} is full within a day'
					    description: '{{ printf "%%.2f" $value }} bytes are left of {{ $labels.mountpoint }}.'
					""",
			"""
					- record: cluster:cpu%1$d:ratio
					  expr: 1 - avg without (cpu, mode) (rate(node_cpu_seconds_total{mode="idle",shard="%1$d"}[1m]))
					  labels: {aggregation: cluster}
					""", """
					- alert: TargetMissing%1$d
					  expr: up{job="api-%1$d"} == 0 unless on (instance) (maintenance{env=~"prod|stage"} offset 5m == 1)
					  for: 5m
					  labels: {severity: page}
					  annotations: {summary: "{{ $labels.instance }} is down"}
					""",
			"""
					- record: namespace:memory%1$d:sum
					  expr: sum by (namespace) (container_memory_working_set_bytes{container!="",image!=""} * on (namespace, pod) group_left (node) kube_pod_info{cluster="c%1$d"})
					""",
			"""
					- alert: ErrorBudgetBurn%1$d
					  expr: (slo:errors:ratio_rate1h{slo="s%1$d"} > (14.4 * 0.001) and slo:errors:ratio_rate5m{slo="s%1$d"} > (14.4 * 0.001)) or (slo:errors:ratio_rate6h{slo="s%1$d"} > (6 * 0.001) and slo:errors:ratio_rate30m{slo="s%1$d"} > (6 * 0.001))
					  for: 2m
					  labels: {severity: page, long: 1h}
					  annotations:
					    summary: The error budget of s%1$d burns too fast.
					    dashboard: https://grafana.example.org/d/slo?var-service=s%1$d
					""");

	/** The files of a replica, by path. */
	SortedMap<String, String> files() {
		SortedMap<String, String> files = new TreeMap<>();
		files.put("prometheus.yml", configuration());
		for (int file = 0; file < policies(this.rules, RULES_IN_GROUP * GROUPS_IN_FILE); file++) {
			files.put("rules/rules-%05d.yml".formatted(file), ruleFile(file));
		}
		return files;
	}

	/** The same as policies, by name. */
	SortedMap<String, String> policies() {
		SortedMap<String, String> policies = new TreeMap<>();
		for (int policy = 0; policy < policies(this.jobs, JOBS_IN_POLICY); policy++) {
			String name = "jobs-%05d".formatted(policy);
			policies.put(name, envelope("ScrapeJobs", name) + jobs(policy).indent(2));
		}
		for (int policy = 0; policy < policies(this.rules, RULES_IN_GROUP * GROUPS_IN_FILE); policy++) {
			String name = "rules-%05d".formatted(policy);
			policies.put(name, envelope("RuleGroups", name) + ruleFile(policy).indent(2));
		}
		return policies;
	}

	Workload times(int factor) {
		return new Workload(this.rules * factor, this.jobs * factor);
	}

	private static int policies(int items, int each) {
		return (items + each - 1) / each;
	}

	private static String envelope(String kind, String name) {
		return "kind: %s\nname: %s\nteam: platform\nclusters: {matchLabels: {env: prod}}\nspec:\n".formatted(kind,
				name);
	}

	private String configuration() {
		StringBuilder text = new StringBuilder("""
				global:
				  scrape_interval: 1m
				  external_labels: {cluster: eu, replica: a}
				rule_files: [rules/*.yml]
				scrape_configs:
				""");
		IntStream.range(0, policies(this.jobs, JOBS_IN_POLICY))
			.forEach((policy) -> text.append(jobs(policy).indent(2)));
		return text.toString();
	}

	private static String jobs(int policy) {
		StringBuilder text = new StringBuilder();
		for (int job = policy * JOBS_IN_POLICY; job < (policy + 1) * JOBS_IN_POLICY; job++) {
			text.append(JOBS.get(job % JOBS.size()).formatted(job, targets(job), job % 4));
		}
		return text.toString();
	}

	private static String targets(int job) {
		List<String> targets = IntStream.range(0, TARGETS)
			.mapToObj((target) -> "'10.%d.%d.%d:9100'".formatted(job / 250, job % 250, target + 1))
			.toList();
		return String.join(", ", targets);
	}

	private static String ruleFile(int file) {
		StringBuilder text = new StringBuilder("groups:\n");
		for (int group = file * GROUPS_IN_FILE; group < (file + 1) * GROUPS_IN_FILE; group++) {
			text.append("  - name: group-%d\n    interval: 30s\n    rules:\n".formatted(group));
			for (int rule = group * RULES_IN_GROUP; rule < (group + 1) * RULES_IN_GROUP; rule++) {
				text.append(RULES.get(rule % RULES.size()).formatted(rule).indent(6));
			}
		}
		return text.toString();
	}

}
