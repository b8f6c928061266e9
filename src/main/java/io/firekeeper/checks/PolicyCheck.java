package io.firekeeper.checks;

import java.util.List;

import io.firekeeper.policies.PolicyDocument;

/**
 * One thing that can be wrong within a policy, whichever clusters it reaches. Pure: equal
 * policies give equal findings.
 */
@FunctionalInterface
public interface PolicyCheck {

	List<Finding> check(PolicyDocument policy);

}
