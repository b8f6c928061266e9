package io.firekeeper.checks;

import java.util.List;

import io.firekeeper.policies.PolicyDocument;

import org.springframework.stereotype.Component;

/**
 * All checks.
 */
@Component
public class Checks {

	private final List<PolicyCheck> policyChecks;

	private final List<ClusterCheck> clusterChecks;

	public Checks(List<PolicyCheck> policyChecks, List<ClusterCheck> clusterChecks) {
		this.policyChecks = List.copyOf(policyChecks);
		this.clusterChecks = List.copyOf(clusterChecks);
	}

	/** What is wrong within a policy, worst first. */
	public List<Finding> ofPolicy(PolicyDocument policy) {
		return this.policyChecks.stream()
			.flatMap((check) -> check.check(policy).stream())
			.sorted(Finding.WORST_FIRST)
			.toList();
	}

	/** What is wrong with a cluster, worst first. */
	public List<Finding> ofCluster(CheckSubject subject) {
		return this.clusterChecks.stream()
			.flatMap((check) -> check.check(subject).stream())
			.sorted(Finding.WORST_FIRST)
			.toList();
	}

}
