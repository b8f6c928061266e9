package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.checks.CheckSubject;
import io.firekeeper.checks.ClusterCheck;
import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.promql.Dialect;

import org.springframework.stereotype.Component;

/**
 * The rules of a cluster. All findings count in policies that the change edits; elsewhere
 * only those that the change brings, so only checks that look further than the rule run
 * there.
 */
@Component
class ClusterRules implements ClusterCheck {

	@Override
	public List<Finding> check(CheckSubject subject) {
		Set<Finding> findings = new LinkedHashSet<>();
		List<RuleFile> now = files(subject.policies());
		List<RuleFile> before = files(subject.before());
		Map<Dialect, RuleSet> rules = new HashMap<>();
		Map<Dialect, RuleSet> earlier = new HashMap<>();
		for (Target target : ClusterTargets.of(subject.rendered())) {
			RuleContext context = new RuleContext(target,
					rules.computeIfAbsent(target.dialect(), (dialect) -> RuleSet.of(now, dialect)),
					earlier.computeIfAbsent(target.dialect(), (dialect) -> RuleSet.of(before, dialect)),
					AlertReceivers.UNKNOWN);
			findings.addAll(findings(context, now, (file) -> subject.edited().contains(file.name()), (_) -> true));
			findings.addAll(brought(context, now, before, subject, earlier));
		}
		return new ArrayList<>(findings);
	}

	/** What the change brings to policies that it does not edit. */
	private List<Finding> brought(RuleContext context, List<RuleFile> now, List<RuleFile> before, CheckSubject subject,
			Map<Dialect, RuleSet> earlier) {
		Predicate<RuleFile> others = (file) -> !subject.edited().contains(file.name());
		List<Finding> there = findings(context, now, others, elsewhere(subject));
		if (there.isEmpty()) {
			return there;
		}
		Set<Finding> standing = new HashSet<>();
		for (Target target : ClusterTargets.of(subject.renderedBefore())) {
			RuleSet rules = earlier.computeIfAbsent(target.dialect(), (dialect) -> RuleSet.of(before, dialect));
			RuleContext then = new RuleContext(target, rules, RuleSet.of(List.of(), target.dialect()),
					context.receivers());
			findings(then, before, others, elsewhere(subject))
				.forEach((finding) -> standing.add(finding.withoutPlace()));
		}
		return there.stream().filter((finding) -> !standing.contains(finding.withoutPlace())).toList();
	}

	/**
	 * The checks by which a change can bring findings to policies that it does not edit.
	 */
	private static Predicate<RuleCheck> elsewhere(CheckSubject subject) {
		boolean rules = edits(subject).anyMatch((policy) -> policy.kind() == PolicyKind.RULE_GROUPS);
		boolean settings = !demands(subject.policies()).equals(demands(subject.before()));
		return (check) -> rules && check.looksAtRules() || settings || check.looksAtTarget()
				&& edits(subject).anyMatch((policy) -> policy.kind() != PolicyKind.RULE_GROUPS);
	}

	/** What policies of kind Global say of checks. */
	private static Set<String> demands(List<PolicyDocument> policies) {
		return policies.stream()
			.filter((policy) -> policy.kind() == PolicyKind.GLOBAL)
			.map((policy) -> Yaml.print(policy.checks()))
			.collect(Collectors.toSet());
	}

	private static Stream<PolicyDocument> edits(CheckSubject subject) {
		return Stream.concat(subject.policies().stream(), subject.before().stream())
			.filter((policy) -> subject.edited().contains(policy.name()));
	}

	private List<Finding> findings(RuleContext context, List<RuleFile> files, Predicate<RuleFile> which,
			Predicate<RuleCheck> checks) {
		return RuleChecks.check(context, files.stream().filter(which).toList(), checks)
			.stream()
			.map(RuleFinding::finding)
			.toList();
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
