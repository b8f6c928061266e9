package io.firekeeper.checks;

import java.util.List;

/**
 * All checks.
 */
public interface Checks {

	/** Findings of all checks, worst first, then by policy and line. */
	List<Finding> run(CheckSubject subject);

}
