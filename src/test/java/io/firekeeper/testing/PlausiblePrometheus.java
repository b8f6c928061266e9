package io.firekeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Prometheus would answer that has loaded a file: its text as the configuration,
 * its rule files as groups, its static targets as up.
 */
final class PlausiblePrometheus {

	private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d|w)");

	private static final Map<String, Long> MILLISECONDS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L,
			"d", 86_400_000L, "w", 604_800_000L);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final @Nullable Path file;

	private final Instant started = Instant.now();

	private final Map<String, Integer> down = new ConcurrentHashMap<>();

	private final Map<String, Double> metrics = new ConcurrentHashMap<>();

	private volatile String configuration = "global: {}\n";

	private volatile List<Map<String, Object>> groups = List.of();

	private volatile boolean success = true;

	private volatile Instant lastSuccess = this.started;

	PlausiblePrometheus(@Nullable Path file) {
		this.file = file;
		if (file != null && Files.exists(file)) {
			load();
		}
	}

	/**
	 * Loads its file, and answers the words of the error, empty when it loaded. As in the
	 * real one, a broken configuration changes nothing and a broken rule file leaves the
	 * new configuration with the old rules.
	 */
	String load() {
		String text = text();
		try {
			parse(text);
		}
		catch (YAMLException ex) {
			reloadFailed();
			return "failed to reload config: couldn't load configuration (--config.file=\"" + this.file
					+ "\"): parsing YAML file " + this.file + ": " + ex.getMessage();
		}
		try {
			this.groups = groups(text);
		}
		catch (YAMLException ex) {
			applyFailed();
			return "failed to reload config: one or more errors occurred while applying the new configuration"
					+ " (--config.file=\"" + this.file + "\")";
		}
		this.configuration = text;
		reloadPretended();
		return "";
	}

	void reloadPretended() {
		this.success = true;
		this.lastSuccess = Instant.now();
	}

	void reloadFailed() {
		this.success = false;
	}

	void applyFailed() {
		this.configuration = text();
		this.success = false;
	}

	void configurationPretended() {
		this.configuration = text();
	}

	void down(String job, int targets) {
		this.down.put(job, targets);
	}

	void metric(String name, double value) {
		this.metrics.put(name, value);
	}

	Answer answer(String target) {
		return switch (target.replaceAll("\\?.*", "")) {
			case "/-/ready" -> new Answer(200, "text/plain; charset=utf-8", "Prometheus Server is Ready.\n");
			case "/api/v1/status/buildinfo" ->
				data(Map.of("version", "3.5.0", "revision", "hostile", "branch", "HEAD", "goVersion", "go1.24"));
			case "/api/v1/status/flags" ->
				data(Map.of("web.enable-lifecycle", "true", "config.file", String.valueOf(this.file)));
			case "/api/v1/status/runtimeinfo" -> data(runtimeInfo());
			case "/api/v1/status/config" -> data(Map.of("yaml", this.configuration));
			case "/api/v1/rules" -> data(Map.of("groups", this.groups));
			case "/api/v1/alerts" -> data(Map.of("alerts", List.of()));
			case "/api/v1/targets" -> data(Map.of("activeTargets", targets()));
			case "/metrics" -> new Answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics());
			default -> new Answer(404, "text/plain; charset=utf-8", "404 page not found\n");
		};
	}

	private Map<String, Object> runtimeInfo() {
		return Map.of("startTime", this.started.toString(), "CWD", "/", "reloadConfigSuccess", this.success,
				"lastConfigTime", this.lastSuccess.truncatedTo(ChronoUnit.SECONDS).toString(), "corruptionCount", 0,
				"goroutineCount", 40, "GOMAXPROCS", 2, "GOGC", "75", "GODEBUG", "", "storageRetention", "15d");
	}

	private List<Map<String, Object>> targets() {
		List<Map<String, Object>> targets = new ArrayList<>();
		for (Object job : list(map(parse(this.configuration)).get("scrape_configs"))) {
			String name = String.valueOf(map(job).get("job_name"));
			int number = 0;
			for (Object configs : list(map(job).get("static_configs"))) {
				for (Object address : list(map(configs).get("targets"))) {
					boolean up = number++ >= this.down.getOrDefault(name, 0);
					targets.add(Map.of("scrapePool", name, "scrapeUrl", "http://" + address + "/metrics", "health",
							up ? "up" : "down", "lastError", up ? "" : "connection refused", "labels",
							Map.of("job", name, "instance", address)));
				}
			}
		}
		return targets;
	}

	private String metrics() {
		Map<String, Double> all = new java.util.TreeMap<>(Map.of("prometheus_config_last_reload_successful",
				this.success ? 1.0 : 0.0, "prometheus_config_last_reload_success_timestamp_seconds",
				this.lastSuccess.toEpochMilli() / 1000.0, "prometheus_tsdb_head_series", 1000.0,
				"prometheus_rule_evaluation_failures_total", 0.0, "process_start_time_seconds",
				this.started.toEpochMilli() / 1000.0));
		all.putAll(this.metrics);
		StringBuilder text = new StringBuilder();
		all.forEach((name, value) -> text.append("# TYPE ")
			.append(name)
			.append(" gauge\n")
			.append(name)
			.append(' ')
			.append(value)
			.append('\n'));
		return text.toString();
	}

	private List<Map<String, Object>> groups(String text) {
		List<Map<String, Object>> all = new ArrayList<>();
		for (Object pattern : list(map(parse(text)).get("rule_files"))) {
			for (Path path : files(String.valueOf(pattern))) {
				for (Object group : list(map(parse(read(path))).get("groups"))) {
					all.add(group(path, map(group), map(map(parse(text)).get("global"))));
				}
			}
		}
		return all;
	}

	private Map<String, Object> group(Path path, Map<?, ?> group, Map<?, ?> global) {
		Object interval = group.get("interval");
		Object inherited = global.get("evaluation_interval");
		return Map.of("name", String.valueOf(group.get("name")), "file", path.toString(), "interval",
				seconds((interval != null) ? interval : (inherited != null) ? inherited : "1m"), "limit",
				Objects.requireNonNullElse(group.get("limit"), 0), "rules",
				list(group.get("rules")).stream().map((rule) -> rule(map(rule))).toList());
	}

	private Map<String, Object> rule(Map<?, ?> rule) {
		Map<String, Object> loaded = new java.util.HashMap<>(Map.of("query", String.valueOf(rule.get("expr")).strip(),
				"health", "ok", "evaluationTime", 0.001, "labels", map(rule.get("labels"))));
		if (rule.containsKey("record")) {
			loaded.putAll(Map.of("type", "recording", "name", String.valueOf(rule.get("record"))));
			return loaded;
		}
		loaded.putAll(Map.of("type", "alerting", "state", "inactive", "name", String.valueOf(rule.get("alert")),
				"duration", seconds(rule.get("for")), "keepFiringFor", seconds(rule.get("keep_firing_for")),
				"annotations", map(rule.get("annotations")), "alerts", List.of()));
		return loaded;
	}

	private List<Path> files(String pattern) {
		Path relative = Path.of(pattern);
		Path directory = Objects.requireNonNull(this.file).resolveSibling(relative).getParent();
		List<Path> found = new ArrayList<>();
		if (directory == null || !Files.isDirectory(directory)) {
			return found;
		}
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, relative.getFileName().toString())) {
			stream.forEach(found::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		found.sort(null);
		return found;
	}

	private String text() {
		return read(Objects.requireNonNull(this.file, "it has no configuration file"));
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double seconds(@Nullable Object duration) {
		double milliseconds = 0;
		Matcher matcher = DURATION.matcher(String.valueOf(duration));
		while (matcher.find()) {
			milliseconds += Long.parseLong(matcher.group(1))
					* (double) Objects.requireNonNull(MILLISECONDS.get(matcher.group(2)));
		}
		return milliseconds / 1000;
	}

	private static Answer data(Object data) {
		return new Answer(200, "application/json", JSON.writeValueAsString(Map.of("status", "success", "data", data)));
	}

	private static @Nullable Object parse(String yaml) {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private static List<?> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? list : List.of();
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param contentType the content type
	 * @param body the body
	 */
	record Answer(int status, String contentType, String body) {
	}

}
