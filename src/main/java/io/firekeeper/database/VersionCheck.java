package io.firekeeper.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Looks at the server before the first migration: it must answer, and be a PostgreSQL
 * that the console is tested with.
 */
@Component
class VersionCheck implements FlywayMigrationStrategy {

	private static final int OLDEST = 15;

	private static final int NEWEST = 18;

	@Override
	public void migrate(Flyway flyway) {
		check(flyway.getConfiguration().getDataSource());
		flyway.migrate();
	}

	private static void check(DataSource database) {
		try (Connection connection = database.getConnection()) {
			check(connection.getMetaData().getDatabaseProductName(),
					connection.getMetaData().getDatabaseMajorVersion());
		}
		catch (SQLException ex) {
			throw new DatabaseStartException("The database does not answer: " + ex.getMessage(),
					"Check spring.datasource.url, spring.datasource.username and spring.datasource.password, and that the"
							+ " server takes connections from here.",
					ex);
		}
	}

	static void check(String product, int version) {
		if (!product.equals("PostgreSQL") || version < OLDEST || version > NEWEST) {
			throw new DatabaseStartException(
					"The database is " + product + " " + version + ". Firekeeper works with PostgreSQL " + OLDEST
							+ " to " + NEWEST + ".",
					"Point spring.datasource.url to a server of one of these versions, or leave it out to use the embedded"
							+ " one.",
					null);
		}
	}

}
