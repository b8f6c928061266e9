package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;

/**
 * Policies with values, each made once for all replicas that have the same values.
 * Several threads may ask at once.
 */
final class Bindings {

	private final Map<Key, BoundPolicy> bound = new ConcurrentHashMap<>();

	private final Map<PolicyDocument, List<Variable>> variables = Collections.synchronizedMap(new IdentityHashMap<>());

	BoundPolicy bind(PolicyDocument document, VariableValues values) {
		List<Variable> used = this.variables.computeIfAbsent(document, Bindings::usedIn);
		List<String> resolved = used.stream().map((variable) -> Objects.toString(values.of(variable))).toList();
		List<String> owners = used.stream().map(values::owner).distinct().toList();
		TargetVersion version = used.isEmpty() ? TargetVersion.NEWEST : values.replica().targetVersion();
		Key key = new Key(document.name(), resolved, resolved.contains("null") ? owners : List.of(), version);
		return this.bound.computeIfAbsent(key, (missing) -> PolicyBinder.bind(document, values, !used.isEmpty()));
	}

	private static List<Variable> usedIn(PolicyDocument document) {
		if (!Variable.mayOccurInYaml(document.text())) {
			return List.of();
		}
		List<Variable> used = new ArrayList<>(Variable.in(document.text()));
		SpecTree.visit(document.spec(), (_, scalar) -> used.addAll(Variable.in(scalar.text())));
		document.files().values().forEach((content) -> used.addAll(Variable.in(content)));
		return used;
	}

	/** What decides how a policy looks; who lacks a value matters for the findings. */
	private record Key(String policy, List<String> values, List<String> owners, TargetVersion version) {
	}

}
