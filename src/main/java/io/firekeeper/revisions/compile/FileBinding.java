package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;

/**
 * Replaces variables in the files of a policy: in the tree of YAML files, in the text of
 * files that have no structure, and not in JSON. A file without variables stays as it is.
 */
final class FileBinding {

	private final PolicyDocument policy;

	private final VariableValues values;

	private final VariableFindings findings;

	FileBinding(PolicyDocument policy, VariableValues values, VariableFindings findings) {
		this.policy = policy;
		this.values = values;
		this.findings = findings;
	}

	BoundFiles files(SpecBinding binding) {
		SortedMap<String, String> contents = new TreeMap<>();
		this.policy.files().forEach((path, content) -> contents.put(path, file(path, content, binding)));
		return new BoundFiles(contents);
	}

	private String file(String path, String content, SpecBinding binding) {
		List<Variable> variables = Variable.in(content);
		variables.forEach((variable) -> this.findings.note(variable, placeOf(variable)));
		if (variables.stream().noneMatch(FileBinding::isReplaced)) {
			return content;
		}
		if (path.endsWith(".yml") || path.endsWith(".yaml")) {
			return yaml(path, content, binding);
		}
		if (path.endsWith(".json")) {
			this.findings.error("in-json", placeOf(variables.getFirst()), path);
			return content;
		}
		return Substitution.in(content, variables, this.values::orItself);
	}

	private String yaml(String path, String content, SpecBinding binding) {
		Yaml.Reading reading = Yaml.read(content, Yaml.USER_LIMIT);
		if (reading.root() == null) {
			this.findings.error("in-broken-file", this.policy.namePosition(), path);
			return content;
		}
		return Yaml.print(SpecTree.rewrite(reading.root(), binding));
	}

	private static boolean isReplaced(Variable variable) {
		return variable.scope() == Variable.Scope.CLUSTER || variable.scope() == Variable.Scope.REPLICA;
	}

	/** Where the variable first stands in the policy's text. */
	private Position placeOf(Variable variable) {
		String before = this.policy.text().substring(0, Math.max(0, this.policy.text().indexOf(variable.toString())));
		int line = (int) before.chars().filter((character) -> character == '\n').count() + 1;
		return new Position(line, before.length() - before.lastIndexOf('\n'));
	}

}
