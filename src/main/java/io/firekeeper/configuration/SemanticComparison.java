package io.firekeeper.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Compares what should run with what a replica says it runs: defaults filled for its
 * version, secrets masked, the known losses of {@code /api/v1/status/config} allowed for
 * (prometheus/prometheus {@code config/config.go}).
 */
public final class SemanticComparison {

	private SemanticComparison() {
	}

	/**
	 * Differences between prometheus.yml and the answer of {@code /api/v1/status/config}.
	 * @param expected the delivered prometheus.yml
	 * @param actual what the replica printed
	 * @param configurationDirectory the directory of the replica's config file; it prints
	 * relative paths joined to it
	 * @param version the replica's version
	 */
	public static List<Difference> ofConfigurations(String expected, String actual, String configurationDirectory,
			TargetVersion version) {
		return new ConfigurationComparison(version, configurationDirectory).compare(expected, actual);
	}

	/**
	 * Differences between what should run and what was printed, both decoded by the
	 * program's schema.
	 * @param expected what should run, with all defaults
	 * @param actual what was printed, where a missing key is the zero value
	 * @param configurationDirectory the directory that relative paths are joined to when
	 * they are printed
	 * @param version the program's version
	 */
	public static List<Difference> ofDecoded(TypedStruct expected, TypedStruct actual, String configurationDirectory,
			TargetVersion version) {
		return new ConfigurationComparison(version, configurationDirectory).walk(expected, actual);
	}

	/**
	 * What keeps one of the texts from being read: nothing else can be said then.
	 * @param problems the problems of the text
	 * @param expected whether it is the one that should run
	 */
	public static List<Difference> unreadable(List<Problem> problems, boolean expected) {
		return ConfigurationComparison.unreadable(problems, expected);
	}

	/**
	 * Differences between rule files and the answer of {@code /api/v1/rules}. Rules are
	 * compared in order, groups by name, expressions in the canonical form of the
	 * replica's version.
	 * @param expected rule files by the path that the replica reports for them
	 * @param actual the groups that it reports
	 * @param defaultIntervalSeconds {@code global.evaluation_interval} of the delivered
	 * configuration
	 * @param version the replica's version
	 */
	public static List<Difference> ofRules(Map<String, String> expected, List<LoadedRuleGroup> actual,
			long defaultIntervalSeconds, TargetVersion version) {
		return new RuleComparison(Duration.ofSeconds(defaultIntervalSeconds), version).compare(expected, actual);
	}

}
