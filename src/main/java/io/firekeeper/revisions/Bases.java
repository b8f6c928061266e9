package io.firekeeper.revisions;

import java.util.Map;
import java.util.TreeMap;

import io.firekeeper.faults.Fault;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Knows whether a revision would still do what was reviewed. It would when nothing moved
 * at all, or when what moved leaves every affected replica with the same files before and
 * after.
 */
@Component
class Bases {

	private final DesiredStates states;

	private final Effects effects;

	private final Policies policies;

	private final FrozenBundles frozen;

	Bases(DesiredStates states, Effects effects, Policies policies, FrozenBundles frozen) {
		this.states = states;
		this.effects = effects;
		this.policies = policies;
		this.frozen = frozen;
	}

	boolean moved(Revision revision) {
		return !this.states.stamp().hex().equals(revision.stamp())
				&& (policiesMoved(revision) || !doesTheSame(revision));
	}

	/**
	 * Refuses when the base moved.
	 * @throws Fault CONFLICT
	 */
	void requireHolds(Revision revision) {
		if (moved(revision)) {
			throw Fault.conflict("revisions.base-moved", revision.name());
		}
	}

	private boolean policiesMoved(Revision revision) {
		Map<?, Integer> current = this.policies.currentNumbers();
		return revision.policies()
			.stream()
			.anyMatch((step) -> current.getOrDefault(step.policyId(), 0) != step.baseNumber());
	}

	private boolean doesTheSame(Revision revision) {
		Map<String, @Nullable String> texts = new TreeMap<>();
		revision.policies().forEach((step) -> texts.put(step.policy(), text(step)));
		Effect effect = this.effects.of(texts);
		return effect.blocking().isEmpty() && effect.isThatOf(this.frozen.replicas(revision.number()));
	}

	private @Nullable String text(PolicyStep step) {
		return this.policies.version(step.policyId(), step.number()).map(PolicyVersion::text).orElse(null);
	}

}
