package io.firekeeper.rollouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.firekeeper.faults.Message;
import io.firekeeper.web.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists rollouts: active ones first, then newest first.
 */
@Component
class RolloutList {

	private static final String MATCHING = """
			from rollouts_rollout r
			where (:state = '' or r.state = :state)
			and (:revision = 0 or r.revision = :revision)
			and (:cluster = '' or exists (
				select 1 from rollouts_cluster c where c.rollout_id = r.id and c.cluster_name = :cluster))
			""";

	private static final String ROWS = """
			select r.number, r.revision, r.kind, r.state, r.reason, r.causes, r.started_by, r.started_at, r.ended_at,
				(select string_agg(c.cluster_name, ', ' order by c.cluster_name)
				 from rollouts_cluster c where c.rollout_id = r.id) as clusters,
				(select count(*) from rollouts_step s join rollouts_wave w on w.id = s.wave_id
				 where w.rollout_id = r.id) as replicas,
				(select count(*) from rollouts_step s join rollouts_wave w on w.id = s.wave_id
				 where w.rollout_id = r.id and s.state = 'PROVEN') as proven
			""" + MATCHING + """
			order by r.state in ('RUNNING', 'PAUSED', 'ROLLING_BACK') desc, r.number desc
			limit :size offset :offset""";

	private static final TypeReference<List<Message>> CAUSES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final Reasons reasons;

	RolloutList(JdbcClient jdbc, Reasons reasons) {
		this.jdbc = jdbc;
		this.reasons = reasons;
	}

	long count(Filter filter) {
		return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
	}

	List<RolloutRow> rows(Filter filter, Paging paging) {
		return matching(ROWS, filter).param("size", paging.size())
			.param("offset", paging.offset())
			.query((row, number) -> row(row))
			.list();
	}

	private JdbcClient.StatementSpec matching(String sql, Filter filter) {
		return this.jdbc.sql(sql)
			.param("state", (filter.state() != null) ? filter.state().name() : "")
			.param("revision", (filter.revision() != null) ? filter.revision() : 0L)
			.param("cluster", (filter.cluster() != null) ? filter.cluster() : "");
	}

	private RolloutRow row(ResultSet row) throws SQLException {
		return new RolloutRow(row.getLong("number"), row.getLong("revision"),
				RolloutKind.valueOf(row.getString("kind")), RolloutState.valueOf(row.getString("state")),
				row.getString("clusters"), row.getInt("proven"), row.getInt("replicas"),
				reason(row.getString("reason"), row.getString("causes")), row.getString("started_by"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				instant(row.getObject("ended_at", OffsetDateTime.class)));
	}

	private @Nullable String reason(@Nullable String reason, String causes) {
		return (reason != null) ? this.reasons.of(JsonColumn.MAPPER.readValue(reason, Message.class),
				JsonColumn.MAPPER.readValue(causes, CAUSES)) : null;
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * Which rollouts.
	 *
	 * @param state in this state, {@code null} for all
	 * @param revision of this revision, {@code null} for all
	 * @param cluster of this cluster, {@code null} for all
	 */
	record Filter(@Nullable RolloutState state, @Nullable Long revision, @Nullable String cluster) {

		/** Whether anything is left out. */
		public boolean active() {
			return this.state != null || this.revision != null || (this.cluster != null && !this.cluster.isEmpty());
		}

	}

}
