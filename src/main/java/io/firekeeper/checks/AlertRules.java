package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the alerting rules of a policy.
 */
final class AlertRules {

	private AlertRules() {
	}

	static List<AlertRule> of(PolicyDocument policy) {
		List<AlertRule> rules = new ArrayList<>();
		if (policy.kind() == PolicyKind.RULE_GROUPS && policy.spec() instanceof YamlMapping spec) {
			for (YamlMapping group : mappings(spec.get("groups"))) {
				mappings(group.get("rules")).forEach((rule) -> add(group, rule, rules));
			}
		}
		return rules;
	}

	private static void add(YamlMapping group, YamlMapping rule, List<AlertRule> rules) {
		if (rule.get("alert") instanceof YamlScalar name) {
			rules.add(new AlertRule(name, rule, group));
		}
	}

	private static List<YamlMapping> mappings(@Nullable YamlNode node) {
		return (node instanceof YamlSequence sequence)
				? sequence.items().stream().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast).toList()
				: List.of();
	}

	/**
	 * An alerting rule.
	 *
	 * @param name the alert's name
	 * @param rule the rule
	 * @param group its group
	 */
	record AlertRule(YamlScalar name, YamlMapping rule, YamlMapping group) {

		/** The labels of an alert: its own, and from 3.0 on those of its group. */
		boolean hasLabel(String label) {
			return has(this.rule, label) || has(this.group, label);
		}

		private static boolean has(YamlMapping owner, String label) {
			return owner.get("labels") instanceof YamlMapping labels && labels.get(label) instanceof YamlScalar value
					&& !value.isNull() && !value.text().isEmpty();
		}

	}

}
