package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;

/**
 * A check that always runs, unless settings turn it off.
 */
abstract class StandingCheck implements RuleCheck {

	private final String name;

	private final Severity severity;

	StandingCheck(String name, Severity severity) {
		this.name = name;
		this.severity = severity;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public final Severity severity() {
		return this.severity;
	}

}
