package io.firekeeper.revisions.compile;

import java.util.List;

import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;

/**
 * The policies of the demo: one of each kind.
 */
final class DemoPolicies {

	static final String DEFAULTS = """
			kind: Global
			name: defaults
			team: platform
			clusters: {matchLabels: {env: prod}}
			spec:
			  # everything every minute would be too slow for us
			  global:
			    scrape_interval: 15s
			    external_labels:
			      cluster: $(cluster.name)
			      region: $(cluster.region)
			  storage:
			    tsdb:
			      out_of_order_time_window: 30m
			""";

	static final String PAIRS = """
			kind: HighAvailability
			name: pairs
			team: platform
			clusters: {matchLabels: {env: prod}}
			spec:
			  replicaLabel: replica
			""";

	static final String ALERTING = """
			kind: Alerting
			name: alerting
			team: platform
			clusters: {matchLabels: {env: prod}}
			spec:
			  alert_relabel_configs:
			    - {action: labeldrop, regex: pod}
			  alertmanagers:
			    - static_configs: [{targets: ['am-0.$(cluster.name).example:9093']}]
			""";

	static final String NODES = """
			kind: ScrapeJobs
			name: nodes
			team: platform
			clusters: {matchLabels: {env: prod}}
			spec:
			  - job_name: node
			    basic_auth: {username: scraper, password: $(secret.scraper)}
			    file_sd_configs: [{files: [targets/node.yml]}]
			files:
			  targets/node.yml: |
			    - targets: [10.0.0.1:9100] # rack 1
			""";

	static final String NODE_RULES = """
			kind: RuleGroups
			name: node-rules
			team: platform
			clusters: {matchLabels: {cluster: eu}}
			spec:
			  groups:
			    - name: node
			      rules:
			        - alert: NodeDown
			          expr: up{job="node", region="$(cluster.region)"} == 0
			          for: 5m
			          labels: {severity: page}
			          annotations: {summary: "{{ $labels.instance }} in $(cluster.name) is down"}
			""";

	static final List<DesiredPolicy> ALL = List.of(Fleets.unchanged("defaults", DEFAULTS),
			Fleets.unchanged("pairs", PAIRS), Fleets.unchanged("alerting", ALERTING), Fleets.unchanged("nodes", NODES),
			Fleets.created("node-rules", NODE_RULES));

	private DemoPolicies() {
	}

}
