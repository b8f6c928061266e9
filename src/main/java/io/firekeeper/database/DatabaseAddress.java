package io.firekeeper.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How to reach the embedded database. The console works with a role that is no superuser,
 * so that no statement of it can read files or run programs on the host.
 *
 * @param port the port on 127.0.0.1
 * @param password the password of both roles
 */
record DatabaseAddress(int port, String password) implements JdbcConnectionDetails {

	static final String SUPERUSER = "postgres";

	private static final String NAME = "firekeeper";

	@Override
	public String getUsername() {
		return NAME;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	@Override
	public String getJdbcUrl() {
		return url(NAME);
	}

	/** Creates the console's role and database unless they are there. */
	void prepare() throws SQLException {
		try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
			if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
				statement.execute("create role " + NAME + " login password '" + this.password + "'");
			}
			if (!exists(connection, "select 1 from pg_database where datname = ?")) {
				statement.execute("create database " + NAME + " owner " + NAME);
			}
		}
	}

	@Override
	public String toString() {
		return getJdbcUrl();
	}

	private Connection superuser() throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", SUPERUSER);
		properties.setProperty("password", this.password);
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("socketTimeout", "30");
		return DriverManager.getConnection(url(SUPERUSER), properties);
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private static boolean exists(Connection connection, String query) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setString(1, NAME);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
	}

}
