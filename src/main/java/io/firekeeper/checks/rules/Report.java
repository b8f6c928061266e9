package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.Position;
import io.firekeeper.promql.Range;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what one check finds in one rule.
 */
final class Report {

	private final String check;

	private final Rule rule;

	private final Severity severity;

	private final List<RuleFinding> findings;

	Report(String check, Rule rule, Severity severity, List<RuleFinding> findings) {
		this.check = check;
		this.rule = rule;
		this.severity = severity;
		this.findings = findings;
	}

	/** The same with another severity, for a requirement that has its own. */
	Report as(@Nullable Severity severity) {
		return (severity != null) ? new Report(this.check, this.rule, severity, this.findings) : this;
	}

	/** Something at a place in the file. */
	void at(Position position, String code, String... arguments) {
		fixable(position, null, code, arguments);
	}

	/** Something in a part of the rule's expression. */
	void in(Range range, String code, String... arguments) {
		at(this.rule.position(range), code, arguments);
	}

	/** Something at a place in the file that an edit removes. */
	void fixable(Position position, @Nullable QuickFix fix, String code, String... arguments) {
		this.findings.add(new RuleFinding(
				Finding.in(this.rule.file().name(), position, this.severity, this.check, code, arguments), fix));
	}

}
