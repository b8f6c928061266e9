package io.firekeeper.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The settings that this console runs with, and where each comes from. Only the listed
 * ones are shown, so that no secret can be.
 */
@Component
class ConsoleSettings {

	private static final Map<String, String> DEFAULTS = defaults();

	private final ConfigurableEnvironment environment;

	private final BuildProperties build;

	private final JdbcClient jdbc;

	ConsoleSettings(ConfigurableEnvironment environment, BuildProperties build, JdbcClient jdbc) {
		this.environment = environment;
		this.build = build;
		this.jdbc = jdbc;
	}

	List<Setting> all() {
		return DEFAULTS.entrySet().stream().map((entry) -> setting(entry.getKey(), entry.getValue())).toList();
	}

	/** Versions of the console and of what it stands on, by message key. */
	SequencedMap<String, String> about() {
		SequencedMap<String, String> about = new LinkedHashMap<>();
		about.put("console.about.version", String.valueOf(this.build.getVersion()));
		about.put("console.about.java", Runtime.version().toString());
		about.put("console.about.database", this.jdbc.sql("select version()").query(String.class).single());
		return about;
	}

	private Setting setting(String name, String defaultValue) {
		String value = this.environment.getProperty(name, defaultValue);
		return new Setting(name, value, defaultValue, sourceOf(name));
	}

	private String sourceOf(String name) {
		String canonical = ConfigurationPropertyName.of(name).toString();
		return this.environment.getPropertySources()
			.stream()
			.filter((source) -> !source.getName().equals("configurationProperties"))
			.filter((source) -> source.containsProperty(canonical) || source
				.containsProperty(canonical.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace("-", "")))
			.map(PropertySource::getName)
			.findFirst()
			.map(ConsoleSettings::kindOfSource)
			.orElse("default");
	}

	private static String kindOfSource(String name) {
		return switch (name) {
			case "systemEnvironment" -> "environment";
			case "commandLineArgs", "systemProperties" -> "command-line";
			default -> name.contains("classpath") || name.contains("class path") ? "default" : "file";
		};
	}

	private static Map<String, String> defaults() {
		Map<String, String> defaults = new LinkedHashMap<>();
		defaults.put("server.address", "127.0.0.1");
		defaults.put("server.port", "8080");
		defaults.put("firekeeper.data-directory", "./firekeeper-data");
		defaults.put("firekeeper.approvals.required", "1");
		defaults.put("firekeeper.rollouts.catch-up", "true");
		defaults.put("spring.session.timeout", "8h");
		return defaults;
	}

	/**
	 * A setting.
	 *
	 * @param name the property
	 * @param value what is in force
	 * @param defaultValue what would be without configuration
	 * @param source {@code default}, {@code file}, {@code environment} or
	 * {@code command-line}
	 */
	record Setting(String name, String value, String defaultValue, String source) {
	}

}
