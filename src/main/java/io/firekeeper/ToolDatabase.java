package io.firekeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import io.firekeeper.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that a tool works on: the one its options or the console's environment
 * name, otherwise the embedded one of the data directory.
 */
final class ToolDatabase implements AutoCloseable {

	private final DataSource dataSource;

	private final @Nullable EmbeddedDatabase embedded;

	private ToolDatabase(DataSource dataSource, @Nullable EmbeddedDatabase embedded) {
		this.dataSource = dataSource;
		this.embedded = embedded;
	}

	/**
	 * Opens the database.
	 * @throws WrongOptionException when there is none
	 */
	static ToolDatabase open(Options options, Map<String, String> environment) throws IOException {
		String url = Objects.requireNonNullElse(options.text("url"),
				environment.getOrDefault("SPRING_DATASOURCE_URL", ""));
		if (url.isEmpty()) {
			return embedded(dataDirectory(options, environment));
		}
		String user = Objects.requireNonNullElse(options.text("user"),
				environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""));
		return new ToolDatabase(
				new DriverManagerDataSource(url, user, password(options.file("password-file"), environment)), null);
	}

	static Path dataDirectory(Options options, Map<String, String> environment) {
		return Path.of(Objects.requireNonNullElse(options.text("data-directory"),
				environment.getOrDefault("FIREKEEPER_DATA_DIRECTORY", "./firekeeper-data")));
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	@Override
	public void close() {
		if (this.embedded != null) {
			this.embedded.close();
		}
	}

	private static ToolDatabase embedded(Path dataDirectory) {
		if (!EmbeddedDatabase.exists(dataDirectory)) {
			throw new WrongOptionException("There is no embedded database in " + dataDirectory.toAbsolutePath()
					+ ". Give --data-directory, or --url with --user and --password-file.");
		}
		EmbeddedDatabase embedded = EmbeddedDatabase.open(dataDirectory);
		return new ToolDatabase(embedded.dataSource(), embedded);
	}

	private static String password(@Nullable Path file, Map<String, String> environment) throws IOException {
		return (file != null) ? Files.readString(file).strip()
				: environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
	}

}
