package io.firekeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that a tool works on, from its options or the environment of the console.
 */
final class ToolDatabase {

	private ToolDatabase() {
	}

	/**
	 * Names the database without connecting to it.
	 * @throws WrongOptionException when nothing says which one
	 */
	static DataSource of(Options options, Map<String, String> environment) throws IOException {
		String url = Objects.requireNonNullElse(options.text("url"),
				environment.getOrDefault("SPRING_DATASOURCE_URL", ""));
		if (url.isEmpty()) {
			throw new WrongOptionException("Which database? Give --url jdbc:postgresql://host:port/name, --user and "
					+ "--password-file, or set SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD.");
		}
		String user = Objects.requireNonNullElse(options.text("user"),
				environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""));
		return new DriverManagerDataSource(url, user, password(options.file("password-file"), environment));
	}

	private static String password(@Nullable Path file, Map<String, String> environment) throws IOException {
		return (file != null) ? Files.readString(file).strip()
				: environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
	}

}
