package io.firekeeper.rollouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.ReloadMark;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last thing that rollouts did with each replica. A rollout that ended before it came
 * to the replica, or in which it was left out and which then went back, did nothing.
 */
@Component
class LatestSteps {

	private static final TypeReference<Map<StepState, Instant>> TIMES = new TypeReference<>() {
	};

	private static final String LATEST = """
			select distinct on (s.replica_id) s.replica_id, r.number, r.kind, s.state, s.times, s.skipped_down, s.mark,
				s.error
			from rollouts_step s join rollouts_wave w on w.id = s.wave_id join rollouts_rollout r on r.id = w.rollout_id
			where (:replica::uuid is null or s.replica_id = :replica::uuid)
			and (:before::bigint is null or r.number < :before::bigint)
			and (r.kind = 'CATCH_UP' or s.state <> 'QUEUED'
				and (s.state <> 'SKIPPED' or r.state = 'SUCCEEDED' or jsonb_exists(s.times, 'DELIVERING')))
			order by s.replica_id, r.number desc""";

	private final JdbcClient jdbc;

	LatestSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By replica; without those that no rollout came to. */
	Map<UUID, LatestStep> all() {
		Map<UUID, LatestStep> latest = new HashMap<>();
		query(null, null).list().forEach((step) -> latest.put(step.replicaId(), step));
		return latest;
	}

	Optional<LatestStep> of(UUID replicaId) {
		return query(replicaId, null).optional();
	}

	/** The last one before a rollout. */
	Optional<LatestStep> before(UUID replicaId, long rollout) {
		return query(replicaId, rollout).optional();
	}

	private JdbcClient.MappedQuerySpec<LatestStep> query(@Nullable UUID replicaId, @Nullable Long before) {
		return this.jdbc.sql(LATEST)
			.param("replica", replicaId)
			.param("before", before)
			.query((row, number) -> step(row));
	}

	private static LatestStep step(ResultSet row) throws SQLException {
		Map<StepState, Instant> times = JsonColumn.MAPPER.readValue(row.getString("times"), TIMES);
		StepState state = StepState.valueOf(row.getString("state"));
		return new LatestStep(row.getObject("replica_id", UUID.class), row.getLong("number"),
				RolloutKind.valueOf(row.getString("kind")), state, times.get(state),
				times.containsKey(StepState.DELIVERING), row.getBoolean("skipped_down"),
				value(row.getString("mark"), ReloadMark.class), value(row.getString("error"), Message.class));
	}

	private static <T> @Nullable T value(@Nullable String json, Class<T> type) {
		return (json != null) ? JsonColumn.MAPPER.readValue(json, type) : null;
	}

}
