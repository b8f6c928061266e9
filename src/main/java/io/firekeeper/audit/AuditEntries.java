package io.firekeeper.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import io.firekeeper.identity.Actor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the log and the end of their chain.
 */
@Repository
class AuditEntries {

	private final JdbcClient jdbc;

	AuditEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	AuditHead head() {
		return this.jdbc.sql("select seq, hash from audit_head").query(AuditHead.class).single();
	}

	/** The end of the chain, for this transaction alone. */
	AuditHead lockHead() {
		return this.jdbc.sql("select seq, hash from audit_head for update").query(AuditHead.class).single();
	}

	void append(AuditEntry entry) {
		this.jdbc.sql("""
				insert into audit_entries (seq, at, actor_type, actor_id, actor_name, source, action, object_type,
					object_id, before, after, reason, request_id, previous_hash, hash)
				values (:seq, :at, :actorType, :actorId, :actorName, :source, :action, :objectType,
					:objectId, :before, :after, :reason, :requestId, :previousHash, :hash)
				""")
			.param("seq", entry.seq())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("actorType", entry.actorType().name())
			.param("actorId", entry.actorId())
			.param("actorName", entry.actorName())
			.param("source", entry.source())
			.param("action", entry.action())
			.param("objectType", entry.objectType())
			.param("objectId", entry.objectId())
			.param("before", entry.before())
			.param("after", entry.after())
			.param("reason", entry.reason())
			.param("requestId", entry.requestId())
			.param("previousHash", entry.previousHash())
			.param("hash", entry.hash())
			.update();
		this.jdbc.sql("update audit_head set seq = :seq, hash = :hash")
			.param("seq", entry.seq())
			.param("hash", entry.hash())
			.update();
	}

	static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
				Actor.Type.valueOf(row.getString("actor_type")), row.getObject("actor_id", UUID.class),
				row.getString("actor_name"), row.getString("source"), row.getString("action"),
				row.getString("object_type"), row.getString("object_id"), row.getString("before"),
				row.getString("after"), row.getString("reason"), row.getString("request_id"),
				row.getString("previous_hash"), row.getString("hash"));
	}

}
