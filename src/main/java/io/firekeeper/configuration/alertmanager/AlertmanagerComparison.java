package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.firekeeper.configuration.Difference;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.SemanticComparison;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.TypedReader;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlDialect;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlPath;

/**
 * Compares alertmanager.yml with what an Alertmanager says it runs
 * ({@code config.original} of {@code /api/v2/status}): defaults filled, secrets masked.
 */
public final class AlertmanagerComparison {

	private AlertmanagerComparison() {
	}

	/**
	 * The differences.
	 * @param expected the delivered alertmanager.yml
	 * @param actual what the Alertmanager printed
	 * @param configurationDirectory the directory of its config file; it prints relative
	 * paths joined to it
	 * @param version its version
	 */
	public static List<Difference> of(String expected, String actual, String configurationDirectory,
			TargetVersion version) {
		List<Problem> expectedProblems = new ArrayList<>();
		TypedStruct wanted = AlertmanagerSchema.load(root(expected, expectedProblems), version, expectedProblems);
		List<Problem> problems = new ArrayList<>();
		TypedStruct running = new TypedReader(AlertmanagerSchema.SCHEMA, version, YamlDialect.GO_2,
				TypedReader.Absent.ZERO, problems)
			.readStruct(root(actual, problems), "Configuration", YamlPath.ROOT);
		List<Difference> unreadable = new ArrayList<>(SemanticComparison.unreadable(expectedProblems, true));
		unreadable.addAll(SemanticComparison.unreadable(problems, false));
		if (!unreadable.isEmpty()) {
			return List.copyOf(unreadable);
		}
		LoadedForms.apply(wanted, version);
		LoadedForms.apply(running, version);
		return SemanticComparison.ofDecoded(wanted, running, configurationDirectory, version);
	}

	private static YamlNode root(String text, List<Problem> problems) {
		Yaml.Reading reading = Yaml.read(text, YamlDialect.GO_2, Yaml.RENDERED_LIMIT);
		problems.addAll(reading.problems());
		return Objects.requireNonNullElse(reading.root(), YamlMapping.empty());
	}

}
