package io.firekeeper.rollouts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.faults.Message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened in each rollout, in order. Lines are only ever added.
 */
@Component
class EventLog {

	private final JdbcClient jdbc;

	EventLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void append(UUID rolloutId, RolloutEvent event) {
		this.jdbc.sql("""
				insert into rollouts_event (rollout_id, at, replica, tone, message)
				values (:rollout, :at, :replica, :tone, :message::jsonb)""")
			.param("rollout", rolloutId)
			.param("at", event.at().atOffset(ZoneOffset.UTC))
			.param("replica", event.replica())
			.param("tone", event.tone().name())
			.param("message", JsonColumn.MAPPER.writeValueAsString(event.message()))
			.update();
	}

	/** The lines of a rollout, newest first. */
	List<RolloutEvent> of(UUID rolloutId) {
		return this.jdbc
			.sql("select at, replica, tone, message from rollouts_event where rollout_id = :rollout order by id desc")
			.param("rollout", rolloutId)
			.query((row, number) -> event(row))
			.list();
	}

	/** The newest line of a rollout. */
	Optional<RolloutEvent> last(UUID rolloutId) {
		return this.jdbc.sql(
				"select at, replica, tone, message from rollouts_event where rollout_id = :rollout order by id desc limit 1")
			.param("rollout", rolloutId)
			.query((row, number) -> event(row))
			.optional();
	}

	private static RolloutEvent event(ResultSet row) throws SQLException {
		Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
		Message message = JsonColumn.MAPPER.readValue(row.getString("message"), Message.class);
		return new RolloutEvent(at, row.getString("replica"), Tone.valueOf(row.getString("tone")), message);
	}

}
