package io.firekeeper.rollouts;

import java.util.Map;
import java.util.UUID;

import io.firekeeper.faults.Fault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clusters that active rollouts hold. A cluster is held by one rollout at a time.
 */
@Component
class HeldClusters {

	private static final String HOLD = """
			insert into rollouts_cluster (rollout_id, cluster_id, cluster_name, active)
			values (:rollout, :cluster, :name, true)
			on conflict (cluster_id) where active do nothing""";

	private static final String HOLD_AGAIN = """
			update rollouts_cluster mine set active = true where rollout_id = :rollout and not exists (
				select 1 from rollouts_cluster other
				where other.cluster_id = mine.cluster_id and other.active and other.rollout_id <> :rollout)""";

	private static final String HOLDER = """
			select r.number from rollouts_cluster c join rollouts_rollout r on r.id = c.rollout_id
			where c.active and c.cluster_id = :cluster and r.id <> :rollout""";

	private final JdbcClient jdbc;

	HeldClusters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Holds clusters until the rollout ends. The rollout must be stored.
	 * @throws Fault CONFLICT naming the rollout that holds one of them
	 */
	void hold(Rollout rollout, Map<UUID, String> clusters) {
		clusters.forEach((id, name) -> {
			int held = this.jdbc.sql(HOLD)
				.param("rollout", rollout.id())
				.param("cluster", id)
				.param("name", name)
				.update();
			if (held == 0) {
				throw busy(rollout, id, name);
			}
		});
	}

	/**
	 * Holds a rollout's clusters again, after it had ended.
	 * @throws Fault CONFLICT naming the rollout that holds one of them
	 */
	void holdAgain(Rollout rollout) {
		this.jdbc.sql(HOLD_AGAIN).param("rollout", rollout.id()).update();
		rollout.steps().stream().filter((step) -> !holds(rollout, step.clusterId())).findFirst().ifPresent((step) -> {
			throw busy(rollout, step.clusterId(), step.clusterName());
		});
	}

	void release(Rollout rollout) {
		this.jdbc.sql("update rollouts_cluster set active = false where rollout_id = :rollout")
			.param("rollout", rollout.id())
			.update();
	}

	private boolean holds(Rollout rollout, UUID clusterId) {
		return this.jdbc
			.sql("select active from rollouts_cluster where rollout_id = :rollout and cluster_id = :cluster")
			.param("rollout", rollout.id())
			.param("cluster", clusterId)
			.query(Boolean.class)
			.single();
	}

	private Fault busy(Rollout rollout, UUID clusterId, String name) {
		String holder = this.jdbc.sql(HOLDER)
			.param("cluster", clusterId)
			.param("rollout", rollout.id())
			.query(String.class)
			.optional()
			.orElse("?");
		return Fault.conflict("rollouts.cluster-busy", name, holder);
	}

}
