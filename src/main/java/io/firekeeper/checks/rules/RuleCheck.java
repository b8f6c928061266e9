package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;

/**
 * One thing that can be wrong with a rule. Pure: equal rules in equal contexts give equal
 * findings. What is not known makes a check silent.
 */
interface RuleCheck {

	/** Its name, in findings, in settings and in comments that silence it. */
	String name();

	/** How bad what it finds is, unless settings say otherwise. */
	Severity severity();

	/** Whether a change of the Prometheus itself can make a rule wrong. */
	default boolean looksAtTarget() {
		return false;
	}

	/** Whether a change of other rules can make a rule wrong. */
	default boolean looksAtRules() {
		return false;
	}

	/** Looks at a rule. */
	void check(Rule rule, RuleContext context, Report report);

}
