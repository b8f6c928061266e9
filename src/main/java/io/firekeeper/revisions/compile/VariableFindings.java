package io.firekeeper.revisions.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.Variable;

/**
 * What is found while the variables of one policy are replaced for one replica.
 */
final class VariableFindings {

	private static final String CHECK = "unknown-variable";

	private final Set<Finding> findings = new LinkedHashSet<>();

	private final PolicyDocument policy;

	private final VariableValues values;

	VariableFindings(PolicyDocument policy, VariableValues values) {
		this.policy = policy;
		this.values = values;
	}

	List<Finding> all() {
		return List.copyOf(this.findings);
	}

	boolean hasErrors() {
		return this.findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
	}

	/**
	 * Notes a variable that stands somewhere. A value that has a variable itself would
	 * give whoever labels clusters a way to any secret.
	 */
	void note(Variable variable, Position position) {
		String value = this.values.of(variable);
		if (variable.scope() == Variable.Scope.FOREIGN) {
			this.findings
				.add(Finding.in(this.policy.name(), position, Severity.INFO, CHECK, "foreign", variable.toString()));
		}
		else if (value == null) {
			error(variable.scope().name().toLowerCase(Locale.ROOT), position, variable.toString(), variable.name(),
					this.values.owner(variable));
		}
		else if (variable.scope() != Variable.Scope.SECRET && Variable.occursIn(value)) {
			error("in-value", position, variable.toString(), this.values.owner(variable));
		}
	}

	void error(String code, Position position, String... arguments) {
		this.findings.add(Finding.in(this.policy.name(), position, Severity.ERROR, CHECK, code, arguments));
	}

	void add(Problem problem) {
		this.findings.add(Finding.of(problem, this.policy.name()));
	}

}
