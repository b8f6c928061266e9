package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.LabelSelector;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.revisions.compile.Compilation;
import io.firekeeper.revisions.compile.Compiler;
import io.firekeeper.revisions.compile.DesiredState;
import io.firekeeper.ruletests.RuleTests;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out what edits do: compiles the fleet with them and compares with what each
 * replica should run by its cluster's head. Only clusters that an edited policy selects,
 * or selected before, are looked at; a cluster without a head gets its first files that
 * way.
 */
@Component
class Effects {

	private final DesiredStates states;

	private final Compiler compiler;

	private final Policies policies;

	private final HeadBundles heads;

	private final RuleTests tests;

	Effects(DesiredStates states, Compiler compiler, Policies policies, HeadBundles heads, RuleTests tests) {
		this.states = states;
		this.compiler = compiler;
		this.policies = policies;
		this.heads = heads;
		this.tests = tests;
	}

	/**
	 * The effect of edits on the fleet as it should be now.
	 * @param edits texts by policy name; a {@code null} text deletes the policy
	 */
	Effect of(Map<String, @Nullable String> edits) {
		DesiredState state = this.states.with(edits);
		Compilation compiled = this.compiler.compile(state);
		Compilation compilation = compiled.with(tested(edits, compiled));
		Map<UUID, Bundle> rendered = Rendering.byReplica(compilation);
		Map<UUID, Cluster> scope = scope(state, edits);
		Map<UUID, Bundle> before = this.heads
			.of(state.replicas().stream().filter((replica) -> scope.containsKey(replica.clusterId())).toList());
		List<ReplicaEffect> effects = new ArrayList<>();
		state.replicas().stream().sorted(Comparator.comparing(Replica::name)).forEach((replica) -> {
			Cluster cluster = scope.get(replica.clusterId());
			Bundle after = rendered.get(replica.id());
			if (cluster != null && after != null) {
				effects.add(new ReplicaEffect(replica, cluster, before.getOrDefault(replica.id(), HeadBundles.NOTHING),
						after));
			}
		});
		effects.removeIf((effect) -> effect.before().equals(effect.after()));
		return new Effect(List.copyOf(effects), compilation.findings(), compilation.blocking(), compilation.keptBack(),
				this.states.stamp().hex());
	}

	/**
	 * What the unit tests of edited rules found, with the rules as the first replica gets
	 * them.
	 */
	private List<Finding> tested(Map<String, @Nullable String> edits, Compilation compilation) {
		Set<String> keptBack = compilation.keptBack()
			.stream()
			.map(Compilation.KeptBack::policy)
			.collect(Collectors.toSet());
		return edits.values()
			.stream()
			.filter(Objects::nonNull)
			.map((text) -> PolicyReader.readEnvelope(text).document())
			.filter((policy) -> policy != null && !policy.tests().isEmpty() && !keptBack.contains(policy.name()))
			.flatMap((policy) -> compilation.replicas()
				.stream()
				.map((files) -> files.ruleFile(policy.name()))
				.filter(Objects::nonNull)
				.limit(1)
				.flatMap((rules) -> this.tests.of(policy, rules).stream()))
			.toList();
	}

	private Map<UUID, Cluster> scope(DesiredState state, Map<String, @Nullable String> edits) {
		List<LabelSelector> selectors = edits.entrySet()
			.stream()
			.flatMap((edit) -> Stream.of(Optional.ofNullable(edit.getValue()), currentText(edit.getKey())))
			.flatMap(Optional::stream)
			.map((text) -> this.policies.read(text, TargetVersion.NEWEST).document())
			.filter(Objects::nonNull)
			.map(PolicyDocument::clusters)
			.toList();
		Map<UUID, Cluster> scope = new HashMap<>();
		state.clusters()
			.stream()
			.filter((cluster) -> selectors.stream().anyMatch((selector) -> selector.matches(cluster)))
			.forEach((cluster) -> scope.put(cluster.id(), cluster));
		return scope;
	}

	private Optional<String> currentText(String policy) {
		return this.policies.current(policy).map(PolicyVersion::text);
	}

}
