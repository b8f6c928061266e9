package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.checks.AlertRules.AlertRule;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.policies.PolicyDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Two alerting rules on one cluster with the same name, labels and expression: they fire
 * together, and Alertmanager takes them for one.
 */
@Component
class DuplicateAlert implements ClusterCheck {

	private static final String NAME = "duplicate-alert";

	@Override
	public List<Finding> check(CheckSubject subject) {
		Map<Identity, Place> seen = new HashMap<>();
		List<Finding> findings = new ArrayList<>();
		for (PolicyDocument policy : subject.policies()) {
			for (AlertRule alert : AlertRules.of(policy)) {
				Place first = seen.putIfAbsent(identity(alert), new Place(policy.name(), alert));
				if (first != null) {
					findings.add(finding(policy.name(), alert, first));
				}
			}
		}
		return findings;
	}

	private static Finding finding(String policy, AlertRule alert, Place first) {
		return Finding.in(policy, alert.name().position(), Severity.WARNING, NAME, "same", alert.name().text(),
				first.policy(), String.valueOf(first.alert().name().position().line()));
	}

	private static Identity identity(AlertRule alert) {
		return new Identity(alert.name().text(), text(alert.rule().get("expr")),
				text(alert.rule().get("labels")) + text(alert.group().get("labels")));
	}

	private static String text(@Nullable YamlNode node) {
		return switch (node) {
			case null -> "";
			case YamlMapping mapping -> Yaml.print(sorted(mapping));
			default -> Yaml.print(node).strip();
		};
	}

	private static YamlMapping sorted(YamlMapping mapping) {
		return new YamlMapping(
				mapping.entries().stream().sorted(Comparator.comparing((entry) -> entry.key().text())).toList(),
				mapping.position());
	}

	private record Identity(String name, String expression, String labels) {
	}

	private record Place(String policy, AlertRule alert) {
	}

}
