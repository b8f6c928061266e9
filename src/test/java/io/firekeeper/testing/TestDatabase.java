package io.firekeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One real PostgreSQL per test run, a database of its own per application context.
 */
public final class TestDatabase {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final EmbeddedPostgres SERVER = start();

	private TestDatabase() {
	}

	/** Creates an empty database and gives its JDBC URL; the user is {@code postgres}. */
	public static String create() {
		String name = "test_" + COUNT.incrementAndGet();
		try (Connection connection = SERVER.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return SERVER.getJdbcUrl("postgres", name);
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder().start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path dataDirectory() {
		try {
			Path directory = Files.createTempDirectory("firekeeper-test");
			Runtime.getRuntime()
				.addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Points a context at a database and a data directory of its own. */
	public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("spring.datasource.url=" + create(), "spring.datasource.username=postgres",
						"spring.datasource.password=postgres", "firekeeper.data-directory=" + dataDirectory(),
						"firekeeper.rule-tests.promtool=" + RealBinaries.promtool("3.5"))
				.applyTo(context);
		}

	}

}
