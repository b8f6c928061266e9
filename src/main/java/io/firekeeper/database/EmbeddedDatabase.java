package io.firekeeper.database;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The embedded database for a tool of the command line: the one of a running console, or
 * started for as long as the tool works.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private final EmbeddedServer server;

	private EmbeddedDatabase(EmbeddedServer server) {
		this.server = server;
	}

	/** Whether a console has created a database in this data directory. */
	public static boolean exists(Path dataDirectory) {
		return Files.exists(Layout.in(dataDirectory).data());
	}

	/**
	 * Finds or starts the server.
	 * @throws DatabaseStartException with what to do
	 */
	public static EmbeddedDatabase open(Path dataDirectory) {
		return new EmbeddedDatabase(EmbeddedServer.open(dataDirectory, true));
	}

	/** Connects as the console does. */
	public DataSource dataSource() {
		DatabaseAddress address = this.server.address();
		return new DriverManagerDataSource(address.getJdbcUrl(), address.getUsername(), address.getPassword());
	}

	@Override
	public void close() {
		this.server.close();
	}

}
