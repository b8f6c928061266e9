package io.firekeeper.secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the secret store. Only the current version of a secret is kept.
 */
@Component
class SecretTable {

	private final JdbcClient jdbc;

	SecretTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Row> all() {
		return this.jdbc.sql("select * from secrets order by name").query(this::row).list();
	}

	Optional<Row> find(String name) {
		return this.jdbc.sql("select * from secrets where name = ?").param(name).query(this::row).optional();
	}

	/** Adds a first version, and answers whether the name was free. */
	boolean insert(Row row) {
		return moved(this.jdbc.sql("""
				insert into secrets (name, version, ciphertext, description, updated_by, updated_at)
				values (?, ?, ?, ?, ?, ?) on conflict (name) do nothing""")
			.params(row.name(), row.version(), row.ciphertext(), row.description(), row.updatedBy(),
					Timestamp.from(row.updatedAt()))
			.update());
	}

	/** Replaces the version before, and answers whether it was still the current one. */
	boolean replace(Row row) {
		return moved(this.jdbc.sql("""
				update secrets set version = ?, ciphertext = ?, description = ?, updated_by = ?, updated_at = ?
				where name = ? and version = ?""")
			.params(row.version(), row.ciphertext(), row.description(), row.updatedBy(),
					Timestamp.from(row.updatedAt()), row.name(), row.version() - 1)
			.update());
	}

	/** Deletes a version, and answers whether it was still the current one. */
	boolean delete(String name, int version) {
		return moved(
				this.jdbc.sql("delete from secrets where name = ? and version = ?").params(name, version).update());
	}

	long generation() {
		return this.jdbc.sql("select generation from secrets_generation").query(Long.class).single();
	}

	Optional<byte[]> keyCheck() {
		return this.jdbc.sql("select ciphertext from secrets_key_check").query(byte[].class).optional();
	}

	void insertKeyCheck(byte[] ciphertext) {
		this.jdbc.sql("insert into secrets_key_check (id, ciphertext) values (1, ?) on conflict (id) do nothing")
			.param(ciphertext)
			.update();
	}

	private boolean moved(int rows) {
		if (rows == 1) {
			this.jdbc.sql("update secrets_generation set generation = generation + 1").update();
		}
		return rows == 1;
	}

	private Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("name"), row.getInt("version"), row.getBytes("ciphertext"),
				row.getString("description"), row.getString("updated_by"), row.getTimestamp("updated_at").toInstant());
	}

	/** A secret as it is kept. */
	@SuppressWarnings("ArrayRecordComponent")
	record Row(String name, int version, byte[] ciphertext, String description, String updatedBy, Instant updatedAt) {

		/** What the ciphertext is bound to. */
		String label() {
			return label(this.name, this.version);
		}

		static String label(String name, int version) {
			return "secret " + name + " v" + version;
		}

	}

}
