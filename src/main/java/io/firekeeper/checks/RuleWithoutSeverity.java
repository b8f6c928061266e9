package io.firekeeper.checks;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.PolicyDocument;

import org.springframework.stereotype.Component;

/**
 * An alerting rule without the label {@code severity}: Alertmanager routes by it, so the
 * alert ends where nobody expects it.
 */
@Component
class RuleWithoutSeverity implements PolicyCheck {

	private static final String NAME = "rule-without-severity";

	@Override
	public List<Finding> check(PolicyDocument policy) {
		return AlertRules.of(policy)
			.stream()
			.filter((alert) -> !alert.hasLabel("severity"))
			.map((alert) -> Finding.in(policy.name(), alert.name().position(), Severity.WARNING, NAME, "missing",
					alert.name().text()))
			.toList();
	}

}
