package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Files of targets that {@code file_sd_configs} name, in YAML or JSON
 * (prometheus/prometheus {@code discovery/file/file.go}, {@code discovery/targetgroup}).
 */
public final class TargetFiles {

	private TargetFiles() {
	}

	/**
	 * Reads a file of targets as a version of Prometheus does.
	 * @param name its name: the ending says whether it is YAML or JSON
	 * @param text its text
	 * @param version the version
	 */
	public static Yaml.Reading read(String name, String text, TargetVersion version) {
		return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
			case "yml", "yaml" -> withHints(PrometheusSchema.read(text, YamlDialect.GO_2, "[{StaticGroup}?]", version));
			case "json" -> withHints(json(text, version));
			default -> refused(new Problem("bad-file-pattern", List.of(name), "", Position.NONE));
		};
	}

	private static Yaml.Reading json(String text, TargetVersion version) {
		try {
			YamlNode root = new JsonReader(text).read();
			List<Problem> problems = new ArrayList<>();
			new JsonTargets(version, problems).groups(root);
			return new Yaml.Reading(root, problems);
		}
		catch (JsonReader.Misread ex) {
			return refused(new Problem("json-syntax", List.of(ex.expected()), "", ex.position()));
		}
	}

	private static Yaml.Reading withHints(Yaml.Reading reading) {
		if (!(reading.root() instanceof YamlSequence groups)) {
			return reading;
		}
		List<Problem> problems = new ArrayList<>(reading.problems());
		for (int index = 0; index < groups.items().size(); index++) {
			if (groups.items().get(index) instanceof YamlMapping group) {
				hints(group, YamlPath.ROOT.index(index), problems);
			}
		}
		return new Yaml.Reading(reading.root(), problems);
	}

	private static void hints(YamlMapping group, YamlPath path, List<Problem> problems) {
		for (YamlMapping.Entry entry : group.entries()) {
			if (entry.key().text().equalsIgnoreCase("targets") && entry.value() instanceof YamlSequence targets) {
				YamlPath list = path.key(entry.key().text());
				for (int index = 0; index < targets.items().size(); index++) {
					hint(targets.items().get(index), list.index(index), problems);
				}
			}
		}
	}

	/**
	 * What a job drops, unless its relabelling makes an address of it
	 * (prometheus/prometheus {@code scrape/target.go} {@code PopulateLabels}).
	 */
	private static void hint(YamlNode node, YamlPath path, List<Problem> problems) {
		if (!(node instanceof YamlScalar target)) {
			return;
		}
		if (target.isNull() || target.text().isEmpty()) {
			problems.add(Problem.warning("empty-target", List.of(), path.toString(), node.position()));
		}
		else if (target.text().contains("/")) {
			problems.add(Problem.info("target-is-url", List.of(target.text()), path.toString(), node.position()));
		}
	}

	private static Yaml.Reading refused(Problem problem) {
		return new Yaml.Reading(null, List.of(problem));
	}

}
