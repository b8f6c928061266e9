package io.firekeeper.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads entries by filter.
 */
@Repository
class AuditSearch {

	private static final int FETCHED_AT_ONCE = 500;

	private static final String WHERE = """
			where (:actor::text is null or actor_name = :actor or starts_with(actor_name, :actor || '/'))
				and (:action::text is null or starts_with(action, :action))
				and (:type::text is null or object_type = :type)
				and (:id::text is null or object_id = :id)
				and (:either::text is null or object_type = :either or object_id = :either)
				and (:from::timestamptz is null or at >= :from)
				and (:to::timestamptz is null or at < :to)
				and (:text::text is null or position(lower(:text) in
					lower(concat_ws(' ', action, object_type, object_id, before, after, reason))) > 0)
			""";

	private final JdbcClient jdbc;

	AuditSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long count(AuditFilter filter) {
		return this.jdbc.sql("select count(*) from audit_entries " + WHERE)
			.params(parameters(filter))
			.query(Long.class)
			.single();
	}

	/** A page of entries, the last first. */
	List<AuditEntry> page(AuditFilter filter, long offset, int size) {
		return this.jdbc.sql("select * from audit_entries " + WHERE + " order by seq desc offset :offset limit :size")
			.params(parameters(filter))
			.param("offset", offset)
			.param("size", size)
			.query(AuditEntries::entry)
			.list();
	}

	/** All entries in their order, without holding them in memory. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public void each(AuditFilter filter, Consumer<AuditEntry> reader) {
		try (Stream<AuditEntry> entries = this.jdbc.sql("select * from audit_entries " + WHERE + " order by seq")
			.withFetchSize(FETCHED_AT_ONCE)
			.params(parameters(filter))
			.query(AuditEntries::entry)
			.stream()) {
			entries.forEach(reader);
		}
	}

	private static Map<String, @Nullable Object> parameters(AuditFilter filter) {
		int colon = filter.object().indexOf(':');
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("actor", set(filter.actor()));
		parameters.put("action", set(filter.action()));
		parameters.put("type", (colon > 0) ? filter.object().substring(0, colon) : null);
		parameters.put("id", (colon > 0) ? filter.object().substring(colon + 1) : null);
		parameters.put("either", (colon > 0) ? null : set(filter.object()));
		parameters.put("from", moment(filter.start()));
		parameters.put("to", moment(filter.end()));
		parameters.put("text", set(filter.text()));
		return parameters;
	}

	private static @Nullable String set(String value) {
		return value.isEmpty() ? null : value;
	}

	private static @Nullable Object moment(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
