package io.firekeeper.rollouts;

import java.util.Optional;

import io.firekeeper.faults.Fault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows which rollouts changed a replica after an earlier one left it mixed. Going back
 * to what was proven before the earlier one would undo theirs.
 */
@Component
class LaterRollouts {

	private static final String TOUCHED = """
			select r.number from rollouts_step s
			join rollouts_wave w on w.id = s.wave_id join rollouts_rollout r on r.id = w.rollout_id
			where s.replica_id = :replica and r.number > :number and jsonb_exists(s.times, 'DELIVERING')
			order by r.number desc limit 1""";

	private final JdbcClient jdbc;

	LaterRollouts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The number of the last later rollout that touched the replica of a step. */
	Optional<Long> after(Step step) {
		return this.jdbc.sql(TOUCHED)
			.param("replica", step.replicaId())
			.param("number", step.wave().rollout().number())
			.query(Long.class)
			.optional();
	}

	/**
	 * Makes sure that no later rollout touched the replica of a step.
	 * @throws Fault CONFLICT naming the later rollout
	 */
	void requireNoneAfter(Step step) {
		after(step).ifPresent((later) -> {
			throw Fault.conflict("rollouts.changed-since", step.replicaName(), later);
		});
	}

}
