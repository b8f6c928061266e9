package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;

/**
 * Holds that an edit keeps a policy's name, kind and team.
 */
final class PolicyIdentity {

	private static final String CHECK = "identity";

	private PolicyIdentity() {
	}

	static List<Finding> findings(DesiredPolicy policy, PolicyDocument document, PolicyTexts texts) {
		List<Finding> findings = new ArrayList<>();
		if (!document.name().equals(policy.name())) {
			findings.add(finding(policy, document, "name", policy.name(), document.name()));
		}
		PolicyDocument before = policy.edited() ? Choice.before(policy, texts).document() : null;
		if (before != null && before.kind() != document.kind()) {
			findings
				.add(finding(policy, document, "kind", before.kind().documentName(), document.kind().documentName()));
		}
		if (before != null && !before.team().equals(document.team())) {
			findings.add(finding(policy, document, "team", before.team(), document.team()));
		}
		return findings;
	}

	private static Finding finding(DesiredPolicy policy, PolicyDocument document, String code, String before,
			String after) {
		return Finding.in(policy.name(), document.namePosition(), Severity.ERROR, CHECK, code, policy.name(), before,
				after);
	}

}
