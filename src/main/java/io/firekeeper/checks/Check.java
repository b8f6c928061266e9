package io.firekeeper.checks;

import java.util.List;

/**
 * One thing that can be wrong. Pure: equal subjects give equal findings.
 */
public interface Check {

	/** The name in findings and documents, such as {@code duplicate-name}. */
	String name();

	List<Finding> check(CheckSubject subject);

}
