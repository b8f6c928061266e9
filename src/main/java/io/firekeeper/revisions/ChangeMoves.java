package io.firekeeper.revisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done to changes, by the version that it led to.
 */
@Component
class ChangeMoves {

	private final JdbcClient jdbc;

	ChangeMoves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps what led to the version that the change has now. */
	void keep(Change change, ChangeMove move) {
		this.jdbc.sql("""
				insert into change_moves (change_id, version, at, person, action, subject, edit_version)
				values (:change, :version, :at, :person, :action, :subject, :edit)
				""")
			.param("change", change.id())
			.param("version", change.version())
			.param("at", move.at().atOffset(ZoneOffset.UTC))
			.param("person", move.person())
			.param("action", move.action())
			.param("subject", move.subject())
			.param("edit", move.editVersion().isPresent() ? move.editVersion().getAsLong() : null)
			.update();
	}

	/** What was done after a version, in order. */
	List<ChangeMove> after(Change change, long version) {
		return this.jdbc.sql("""
				select at, person, action, subject, edit_version from change_moves
				where change_id = :change and version > :version order by id
				""").param("change", change.id()).param("version", version).query((row, number) -> move(row)).list();
	}

	private static ChangeMove move(ResultSet row) throws SQLException {
		Long edit = row.getObject("edit_version", Long.class);
		return new ChangeMove(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("person"),
				row.getString("action"), row.getString("subject"),
				(edit != null) ? OptionalLong.of(edit) : OptionalLong.empty());
	}

}
