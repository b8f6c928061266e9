package io.firekeeper.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import io.firekeeper.testing.TestActors;
import io.firekeeper.testing.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An audit log in a database of its own, and somebody with the rights of a superuser.
 */
final class ChainDatabase {

	private static final Instant START = Instant.parse("2026-11-21T14:00:00.123456Z");

	private final DriverManagerDataSource dataSource = new DriverManagerDataSource(TestDatabase.create(), "postgres",
			"postgres");

	private final JdbcClient jdbc = JdbcClient.create(this.dataSource);

	private final AuditEntries entries = new AuditEntries(this.jdbc);

	ChainDatabase(int rows) {
		run(migration());
		append(rows);
	}

	AuditEntries entries() {
		return this.entries;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	Connection connection() throws SQLException {
		return this.dataSource.getConnection();
	}

	void append(int rows) {
		for (int i = 0; i < rows; i++) {
			AuditHead head = this.entries.head();
			Audited fact = Audited.of(TestActors.admin("ada"), "test.done", "cluster", "eu-" + head.seq())
				.changing("a: 1", "a: 2");
			this.entries.append(AuditEntry.following(head, fact, START.plusSeconds(head.seq()), "request-1"));
		}
	}

	/** Does what the triggers refuse. */
	void tamper(String... statements) {
		run("alter table audit_entries disable trigger all; alter table audit_head disable trigger all");
		for (String statement : statements) {
			run(statement);
		}
	}

	/**
	 * Changes the reason of a row and computes the chain anew from there on, with its
	 * head.
	 */
	void rewriteFrom(long seq) {
		tamper("update audit_entries set reason = 'never happened' where seq = " + seq);
		AuditHead head = new AuditHead(seq - 1, hash(seq - 1));
		for (long number = seq; number <= this.entries.head().seq(); number++) {
			AuditEntry row = entry(number);
			AuditEntry relinked = new AuditEntry(row.seq(), row.at(), row.actorType(), row.actorId(), row.actorName(),
					row.source(), row.action(), row.objectType(), row.objectId(), row.before(), row.after(),
					row.reason(), row.requestId(), head.hash(), "");
			head = new AuditHead(number, relinked.computedHash());
			run("update audit_entries set previous_hash = '%s', hash = '%s' where seq = %d"
				.formatted(relinked.previousHash(), head.hash(), number));
		}
		run("update audit_head set hash = '%s'".formatted(head.hash()));
	}

	String hash(long seq) {
		return entry(seq).hash();
	}

	private AuditEntry entry(long seq) {
		return this.jdbc.sql("select * from audit_entries where seq = :seq")
			.param("seq", seq)
			.query(AuditEntries::entry)
			.single();
	}

	private void run(String sql) {
		try (Connection connection = connection(); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String migration() {
		try (InputStream file = Objects
			.requireNonNull(ChainDatabase.class.getResourceAsStream("/db/migration/V202611210910__audit_log.sql"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
