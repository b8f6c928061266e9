package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.promql.Dialect;

/**
 * The edits that the rules of a policy offer, wherever it goes.
 */
public final class RuleFixes {

	private RuleFixes() {
	}

	/** The findings of a policy that an edit removes. */
	public static List<RuleFinding> of(PolicyDocument policy) {
		RuleFile file = RuleFile.of(policy, CheckSettings.DEFAULT);
		if (file == null) {
			return List.of();
		}
		Target anyone = Target.of(Dialect.of(TargetVersion.NEWEST.major(), TargetVersion.NEWEST.minor()));
		return RuleChecks.check(RuleSubject.of(List.of(file), anyone))
			.stream()
			.filter((finding) -> finding.fix() != null)
			.toList();
	}

}
