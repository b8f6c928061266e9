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
			case "yml", "yaml" -> PrometheusSchema.read(text, YamlDialect.GO_2, "[{StaticGroup}?]", version);
			case "json" -> json(text, version);
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

	private static Yaml.Reading refused(Problem problem) {
		return new Yaml.Reading(null, List.of(problem));
	}

}
