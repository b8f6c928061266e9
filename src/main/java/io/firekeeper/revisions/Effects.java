package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.LabelSelector;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.revisions.compile.Compilation;
import io.firekeeper.revisions.compile.Compiler;
import io.firekeeper.revisions.compile.DesiredState;
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

	Effects(DesiredStates states, Compiler compiler, Policies policies, HeadBundles heads) {
		this.states = states;
		this.compiler = compiler;
		this.policies = policies;
		this.heads = heads;
	}

	/**
	 * The effect of edits on the fleet as it should be now.
	 * @param edits texts by policy name; a {@code null} text deletes the policy
	 */
	Effect of(Map<String, @Nullable String> edits) {
		DesiredState state = this.states.with(edits);
		Compilation compilation = this.compiler.compile(state);
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
