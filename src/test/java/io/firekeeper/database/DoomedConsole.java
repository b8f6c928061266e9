package io.firekeeper.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * A process that opens the embedded database, commits a row and waits to be killed.
 */
final class DoomedConsole {

	private DoomedConsole() {
	}

	public static void main(String[] arguments) throws Exception {
		DatabaseAddress address = EmbeddedServer.open(Path.of(arguments[0]), false).address();
		try (Connection connection = DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(),
				address.getPassword()); Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists deeds (deed text)");
			statement.execute("insert into deeds values ('" + arguments[1] + "')");
			System.out.println("committed");
			Thread.sleep(Long.MAX_VALUE);
		}
	}

}
