package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.firekeeper.checks.CheckSubject;
import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.checks.ClusterCheck;
import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.promql.Dialect;

import org.springframework.stereotype.Component;

/**
 * The rules of a cluster. All findings count in policies that the change edits; elsewhere
 * only those that the change brings.
 */
@Component
class ClusterRules implements ClusterCheck {

	private final RuleChecks checks = RuleChecks.all();

	@Override
	public List<Finding> check(CheckSubject subject) {
		boolean otherTarget = subject.policies()
			.stream()
			.anyMatch((policy) -> subject.edited().contains(policy.name()) && policy.kind() != PolicyKind.RULE_GROUPS);
		Set<Finding> findings = new LinkedHashSet<>();
		for (Target target : targets(subject)) {
			Set<Finding> known = standing(subject, target);
			check(subject, target).stream()
				.filter((finding) -> isEdited(finding, subject) || !known.contains(finding.withoutPlace())
						|| otherTarget && RuleChecks.looksAtTarget(finding.check()))
				.forEach(findings::add);
		}
		return new ArrayList<>(findings);
	}

	private static boolean isEdited(Finding finding, CheckSubject subject) {
		return finding.policy() != null && subject.edited().contains(finding.policy());
	}

	private List<Finding> check(CheckSubject subject, Target target) {
		return findings(RuleSubject.of(files(subject.policies()), target).after(files(subject.before())));
	}

	/** What was wrong before the change already, without places. */
	private Set<Finding> standing(CheckSubject subject, Target target) {
		Set<Finding> standing = new HashSet<>();
		findings(RuleSubject.of(files(subject.before()), target))
			.forEach((finding) -> standing.add(finding.withoutPlace()));
		return standing;
	}

	private List<Finding> findings(RuleSubject subject) {
		return this.checks.check(subject).stream().map(RuleFinding::finding).toList();
	}

	private static Set<Target> targets(CheckSubject subject) {
		Set<Target> targets = new LinkedHashSet<>();
		for (RenderedReplica rendered : subject.rendered()) {
			TargetVersion version = rendered.replica().targetVersion();
			targets.add(Target.of(Dialect.of(version.major(), version.minor()), rendered.configuration()));
		}
		if (targets.isEmpty()) {
			targets.add(Target.of(Dialect.of(TargetVersion.NEWEST.major(), TargetVersion.NEWEST.minor())));
		}
		return targets;
	}

	/** What a policy of kind Global says of checks holds for all rules of the cluster. */
	private static List<RuleFile> files(List<PolicyDocument> policies) {
		CheckSettings base = CheckSettings.DEFAULT;
		for (PolicyDocument policy : policies) {
			if (policy.kind() == PolicyKind.GLOBAL) {
				base = CheckSettings.read(policy.name(), policy.checks()).settings().over(base);
			}
		}
		List<RuleFile> files = new ArrayList<>();
		for (PolicyDocument policy : policies) {
			RuleFile file = RuleFile.of(policy, base);
			if (file != null) {
				files.add(file);
			}
		}
		return files;
	}

}
