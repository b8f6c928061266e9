package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.Problem;
import io.firekeeper.policies.Variable;
import io.firekeeper.promql.SyntaxProblem;

/**
 * An expression that the Prometheus does not understand: it would refuse the whole file.
 * What holds a variable of ours outside of a string is for the compiler to judge.
 */
final class Syntax extends StandingCheck {

	Syntax() {
		super(Finding.SYNTAX, Severity.ERROR);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (!Variable.occursIn(rule.source().text())) {
			for (SyntaxProblem problem : rule.parsed().problems()) {
				report.in(problem.range(), Problem.PROMQL + problem.code(), problem.arguments().toArray(String[]::new));
			}
		}
	}

}
