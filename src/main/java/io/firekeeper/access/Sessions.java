package io.firekeeper.access;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions that are open. They are known to people by an id that does not sign in.
 */
@Component
class Sessions {

	private static final int SHOWN = 200;

	private final JdbcClient jdbc;

	private final SessionRepository<? extends Session> repository;

	private final Clock clock;

	Sessions(JdbcClient jdbc, SessionRepository<? extends Session> repository, Clock clock) {
		this.jdbc = jdbc;
		this.repository = repository;
		this.clock = clock;
	}

	/** The sessions of one person, or of everybody, the last used first. */
	List<OpenSession> list(@Nullable UUID user, String currentSessionId) {
		return this.jdbc.sql("""
				select s.primary_id, s.session_id, u.name from spring_session s
				join access_users u on u.id::text = s.principal_name
				where s.expiry_time > :now and (:user::text is null or s.principal_name = :user)
				order by s.last_access_time desc limit :shown
				""")
			.param("now", this.clock.millis())
			.param("user", (user != null) ? user.toString() : null)
			.param("shown", SHOWN)
			.query((row, number) -> new Row(row.getString("primary_id"), row.getString("session_id"),
					row.getString("name")))
			.list()
			.stream()
			.map((row) -> open(row, currentSessionId))
			.filter(Objects::nonNull)
			.toList();
	}

	/** Ends a session, of that person if one is given. Returns whether there was one. */
	boolean end(String id, @Nullable UUID user) {
		return this.jdbc.sql(
				"delete from spring_session where primary_id = :id and (:user::text is null or principal_name = :user)")
			.param("id", id)
			.param("user", (user != null) ? user.toString() : null)
			.update() > 0;
	}

	/** Whether the session with this secret id can still be used. */
	boolean isOpen(String sessionId) {
		return this.jdbc
			.sql("select exists (select 1 from spring_session where session_id = :id and expiry_time > :now)")
			.param("id", sessionId)
			.param("now", this.clock.millis())
			.query(Boolean.class)
			.single();
	}

	/** The account that a session belongs to. */
	@Nullable String owner(String id) {
		return this.jdbc.sql("""
				select u.name from spring_session s join access_users u on u.id::text = s.principal_name
				where s.primary_id = :id
				""").param("id", id).query(String.class).optional().orElse(null);
	}

	/** Ends all sessions of a person. */
	void endAll(UUID user) {
		this.jdbc.sql("delete from spring_session where principal_name = :user")
			.param("user", user.toString())
			.update();
	}

	private @Nullable OpenSession open(Row row, String currentSessionId) {
		Session session = this.repository.findById(row.sessionId());
		return (session != null) ? new OpenSession(row.primaryId(), row.name(),
				Objects.requireNonNullElse(session.getAttribute(SessionActors.SOURCE), ""), session.getCreationTime(),
				session.getLastAccessedTime(), row.sessionId().equals(currentSessionId)) : null;
	}

	/** A session's row. */
	record Row(String primaryId, String sessionId, String name) {
	}

}
