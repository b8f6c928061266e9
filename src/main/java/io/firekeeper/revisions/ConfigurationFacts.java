package io.firekeeper.revisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * What people ask about a replica's files: jobs, rules, intervals, labels. Every value is
 * the canonical text of its part.
 */
final class ConfigurationFacts {

	private static final List<String> INTERVALS = List.of("scrape_interval", "scrape_timeout", "evaluation_interval");

	final SortedMap<String, String> jobs = new TreeMap<>();

	final SortedMap<String, String> alerts = new TreeMap<>();

	final SortedMap<String, String> recordings = new TreeMap<>();

	final SortedMap<String, String> alertFiles = new TreeMap<>();

	final SortedMap<String, String> settings = new TreeMap<>();

	final SortedMap<String, String> externalLabels = new TreeMap<>();

	final SortedMap<String, String> files = new TreeMap<>();

	final String alerting;

	private ConfigurationFacts(Bundle bundle) {
		YamlMapping main = mapping(bundle.files().getOrDefault(Bundle.MAIN_FILE, ""));
		YamlMapping global = mapping(main.get("global"));
		this.alerting = print(main.get("alerting"));
		addIntervals("global", global);
		mapping(global.get("external_labels")).entries()
			.forEach((label) -> this.externalLabels.put(label.key().text(), text(label.value())));
		sequence(main.get("scrape_configs")).forEach((job) -> addJob(mapping(job)));
		bundle.files().forEach(this::addFile);
	}

	static ConfigurationFacts of(Bundle bundle) {
		return new ConfigurationFacts(bundle);
	}

	private void addJob(YamlMapping job) {
		String name = text(job.get("job_name"));
		this.jobs.put(name, print(job));
		addIntervals(name, job);
	}

	private void addIntervals(String owner, YamlMapping mapping) {
		for (String interval : INTERVALS) {
			YamlNode value = mapping.get(interval);
			if (value != null) {
				this.settings.put(owner + " " + interval, text(value));
			}
		}
	}

	private void addFile(String path, String content) {
		if (path.equals(Bundle.MAIN_FILE)) {
			return;
		}
		YamlNode groups = isYaml(path) ? mapping(content).get("groups") : null;
		if (groups == null) {
			this.files.put(path, content);
			return;
		}
		Map<String, Integer> seen = new HashMap<>();
		sequence(groups).forEach((group) -> addGroup(path, mapping(group), seen));
	}

	private void addGroup(String path, YamlMapping group, Map<String, Integer> seen) {
		String name = text(group.get("name"));
		for (YamlNode node : sequence(group.get("rules"))) {
			YamlMapping rule = mapping(node);
			boolean alerting = rule.get("alert") != null;
			String key = name + "/" + text(rule.get(alerting ? "alert" : "record"));
			int occurrence = seen.merge(key, 1, Integer::sum);
			String unique = (occurrence == 1) ? key : key + "#" + occurrence;
			(alerting ? this.alerts : this.recordings).put(unique, print(rule));
			if (alerting) {
				this.alertFiles.put(unique, path);
			}
		}
	}

	private static boolean isYaml(String path) {
		return path.endsWith(".yml") || path.endsWith(".yaml");
	}

	private static YamlMapping mapping(String text) {
		return mapping(Yaml.read(text, Yaml.RENDERED_LIMIT).root());
	}

	private static YamlMapping mapping(@Nullable YamlNode node) {
		return (node instanceof YamlMapping mapping) ? mapping : YamlMapping.empty();
	}

	private static List<YamlNode> sequence(@Nullable YamlNode node) {
		return (node instanceof YamlSequence sequence) ? sequence.items() : List.of();
	}

	private static String text(@Nullable YamlNode node) {
		return (node instanceof YamlScalar scalar) ? scalar.text() : "";
	}

	private static String print(@Nullable YamlNode node) {
		return (node != null) ? Yaml.print(node) : "";
	}

}
