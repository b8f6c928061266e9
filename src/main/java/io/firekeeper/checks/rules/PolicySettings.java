package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.PolicyCheck;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;

import org.springframework.stereotype.Component;

/**
 * What is wrong with the {@code checks} of a policy.
 */
@Component
class PolicySettings implements PolicyCheck {

	@Override
	public List<Finding> check(PolicyDocument policy) {
		boolean written = !(policy.checks() instanceof YamlMapping mapping && mapping.entries().isEmpty());
		if (written && !applies(policy)) {
			return List.of(Finding.in(policy.name(), policy.checks().position(), Severity.WARNING, SettingsReader.CHECK,
					"no-effect", policy.kind().documentName()));
		}
		return CheckSettings.read(policy.name(), policy.checks()).findings();
	}

	private static boolean applies(PolicyDocument policy) {
		return policy.kind() == PolicyKind.RULE_GROUPS || policy.kind() == PolicyKind.GLOBAL;
	}

}
