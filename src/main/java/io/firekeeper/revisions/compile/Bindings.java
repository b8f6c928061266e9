package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.policies.Variable;

/**
 * Policies with values, each made once for all replicas that have the same values.
 * Several threads may ask at once.
 */
final class Bindings {

	private final Map<Key, BoundPolicy> bound = new ConcurrentHashMap<>();

	BoundPolicy bind(ReadPolicy policy, VariableValues values) {
		List<Variable> used = policy.variables();
		if (used.isEmpty()) {
			return policy.bind(values);
		}
		List<String> resolved = used.stream().map((variable) -> Objects.toString(values.of(variable))).toList();
		List<String> owners = resolved.contains("null") ? used.stream().map(values::owner).distinct().toList()
				: List.of();
		Key key = new Key(policy, resolved, owners, values.replica().targetVersion());
		return this.bound.computeIfAbsent(key, (missing) -> policy.bind(values));
	}

	/** What decides how a policy looks; who lacks a value matters for the findings. */
	private record Key(ReadPolicy policy, List<String> values, List<String> owners, TargetVersion version) {
	}

}
