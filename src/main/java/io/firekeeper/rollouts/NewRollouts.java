package io.firekeeper.rollouts;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.revisions.ReplicaBundle;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores new rollouts with their waves, steps and files, and holds their clusters.
 */
@Component
class NewRollouts {

	private final Rollouts rollouts;

	private final HeldClusters clusters;

	private final BundleArchive bundles;

	private final Replicas replicas;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	NewRollouts(Rollouts rollouts, HeldClusters clusters, BundleArchive bundles, Replicas replicas, Journal journal,
			JdbcClient jdbc, ApplicationEventPublisher events) {
		this.rollouts = rollouts;
		this.clusters = clusters;
		this.bundles = bundles;
		this.replicas = replicas;
		this.journal = journal;
		this.jdbc = jdbc;
		this.events = events;
	}

	long nextNumber() {
		return this.jdbc.sql("select nextval('rollouts_number')").query(Long.class).single();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void begin(Rollout rollout, Map<PlannedStep, ReplicaBundle> steps, Actor actor, Message text) {
		for (PlannedWave planned : Planner.plan(steps.keySet(), rollout.parameters())) {
			Wave wave = rollout.addWave(planned.kind());
			planned.steps().forEach((step) -> wave.add(step(wave, step, steps)));
		}
		this.rollouts.saveAndFlush(rollout);
		this.clusters.hold(rollout, clusters(steps));
		this.journal.write(actor, "started", rollout, Tone.INFO, text);
		this.events.publishEvent(new RolloutChanged(rollout.number()));
	}

	private Step step(Wave wave, PlannedStep planned, Map<PlannedStep, ReplicaBundle> steps) {
		ReplicaBundle bundle = Objects.requireNonNull(steps.get(planned));
		return new Step(wave, wave.steps().size(), planned, this.bundles.keep(bundle.bundle()),
				previous(planned.replicaId()));
	}

	private @Nullable Previous previous(UUID replicaId) {
		return this.replicas.lastProven(replicaId)
			.map((proven) -> new Previous(proven.revision(), this.bundles.keep(proven.bundle()),
					proven.deliveredDigest()))
			.orElse(null);
	}

	private static Map<UUID, String> clusters(Map<PlannedStep, ReplicaBundle> steps) {
		return steps.keySet()
			.stream()
			.collect(Collectors.toMap(PlannedStep::clusterId, PlannedStep::clusterName, (left, right) -> left));
	}

}
