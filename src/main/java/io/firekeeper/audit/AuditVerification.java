package io.firekeeper.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the whole audit log, without the console: from the database, or from a JSON
 * export of everything. With an anchor file it also finds an end that was cut off and a
 * chain that was computed anew.
 */
public final class AuditVerification {

	private static final int FETCHED_AT_ONCE = 500;

	private final Anchors anchors;

	/**
	 * With the anchor file of a console, or {@code null} without one. Its key is read
	 * from the file of the same name with {@code .key} after it.
	 */
	public AuditVerification(@Nullable Path anchorFile) throws IOException {
		this((anchorFile != null) ? new AnchorFile(anchorFile).read() : Anchors.NONE);
	}

	AuditVerification(Anchors anchors) {
		this.anchors = anchors;
	}

	/** Checks the log in a database, as of one moment. */
	public ChainReport database(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		connection.setReadOnly(true);
		connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
		ChainCheck check = this.anchors.check();
		try (Statement statement = connection.createStatement()) {
			statement.setFetchSize(FETCHED_AT_ONCE);
			try (ResultSet rows = statement.executeQuery("select * from audit_entries order by seq")) {
				while (rows.next()) {
					check.next(AuditEntries.entry(rows, rows.getRow()));
				}
			}
			return check.finish(head(statement));
		}
		finally {
			connection.rollback();
		}
	}

	/** Checks a JSON export. Rows that the export's filter left out count as missing. */
	public ChainReport export(Path file) {
		ChainCheck check = this.anchors.check();
		try (MappingIterator<AuditEntry> entries = JsonMapper.builder()
			.build()
			.readerFor(AuditEntry.class)
			.readValues(file)) {
			entries.forEachRemaining(check::next);
		}
		return check.finish(null);
	}

	private static @Nullable AuditHead head(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("select seq, hash from audit_head")) {
			return row.next() ? new AuditHead(row.getLong("seq"), row.getString("hash")) : null;
		}
	}

}
