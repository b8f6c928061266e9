package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A policy, read, with what was found out about it that depends on no fleet. Several
 * threads may ask: at worst two of them find out the same.
 */
final class ReadPolicy {

	private final PolicyDocument document;

	private final Map<TargetVersion, List<Problem>> problems = new ConcurrentHashMap<>();

	private volatile @Nullable List<Variable> variables;

	private volatile @Nullable BoundPolicy withoutVariables;

	ReadPolicy(PolicyDocument document) {
		this.document = document;
	}

	PolicyDocument document() {
		return this.document;
	}

	/** What a version refuses in its spec or warns about. */
	List<Problem> problems(TargetVersion version) {
		List<Problem> known = this.problems.get(version);
		if (known == null) {
			known = PolicyReader.problemsAndWarnings(this.document, version);
			this.problems.put(version, known);
		}
		return known;
	}

	/** Its variables, in the order in which they stand there. */
	List<Variable> variables() {
		List<Variable> known = this.variables;
		if (known == null) {
			known = usedIn(this.document);
			this.variables = known;
		}
		return known;
	}

	/** What a replica gets of it: the same everywhere when it has no variables. */
	BoundPolicy bind(VariableValues values) {
		if (!variables().isEmpty()) {
			return PolicyBinder.bind(this.document, values, true);
		}
		BoundPolicy known = this.withoutVariables;
		if (known == null) {
			known = PolicyBinder.bind(this.document, values, false);
			this.withoutVariables = known;
		}
		return known;
	}

	private static List<Variable> usedIn(PolicyDocument document) {
		if (!Variable.mayOccurInYaml(document.text())) {
			return List.of();
		}
		List<Variable> used = new ArrayList<>(Variable.in(document.text()));
		SpecTree.visit(document.spec(), (_, scalar) -> used.addAll(Variable.in(scalar.text())));
		document.files().values().forEach((content) -> used.addAll(Variable.in(content)));
		return List.copyOf(used);
	}

}
