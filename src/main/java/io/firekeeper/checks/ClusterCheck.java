package io.firekeeper.checks;

import java.util.List;

/**
 * One thing that can be wrong with what a cluster gets from all its policies together.
 * Pure: equal subjects give equal findings.
 */
@FunctionalInterface
public interface ClusterCheck {

	List<Finding> check(CheckSubject subject);

}
