package io.firekeeper.revisions;

import io.firekeeper.policies.PolicyKind;

/**
 * What a new policy begins with.
 */
final class StarterTexts {

	private StarterTexts() {
	}

	static String of(PolicyKind kind, String name, String team) {
		return """
				kind: %s
				name: %s
				team: %s
				clusters:
				  matchLabels: {}
				spec:
				""".formatted(kind.documentName(), name, team) + spec(kind);
	}

	private static String spec(PolicyKind kind) {
		return switch (kind) {
			case GLOBAL -> """
					  global:
					    scrape_interval: 15s
					    evaluation_interval: 15s
					""";
			case SCRAPE_JOBS -> """
					  - job_name: node
					    static_configs:
					      - targets: ['127.0.0.1:9100']
					""";
			case RULE_GROUPS -> """
					  groups:
					    - name: node
					      rules:
					        - alert: InstanceDown
					          expr: up == 0
					          for: 5m
					          labels:
					            severity: critical
					""";
			case ALERTING -> """
					  alertmanagers:
					    - static_configs:
					        - targets: ['127.0.0.1:9093']
					""";
			case HIGH_AVAILABILITY -> """
					  replicaLabel: replica
					""";
		};
	}

}
