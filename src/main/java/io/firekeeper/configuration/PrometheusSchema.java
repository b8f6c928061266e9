package io.firekeeper.configuration;

import java.util.List;

/**
 * What a version of Prometheus accepts. Answers as its own loader does: unknown keys,
 * types as Go decodes them, values, rules across fields.
 */
public final class PrometheusSchema {

	private PrometheusSchema() {
	}

	/** Problems of a whole prometheus.yml. */
	public static List<Problem> checkConfiguration(YamlNode root, TargetVersion version) {
		throw new UnsupportedOperationException();
	}

	/** Problems of a rule file: a mapping with {@code groups}. */
	public static List<Problem> checkRuleFile(YamlNode root, TargetVersion version) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Problems of a part of prometheus.yml; paths and positions are those of the part.
	 */
	public static List<Problem> checkSection(Section section, YamlNode node, TargetVersion version) {
		throw new UnsupportedOperationException();
	}

	/** The parts that policies own. */
	public enum Section {

		/**
		 * A mapping of top-level keys: {@code global}, {@code storage}, {@code tracing},
		 * …
		 */
		TOP_LEVEL,

		/** A list of scrape configs. */
		SCRAPE_CONFIGS,

		/** The mapping below {@code alerting}. */
		ALERTING

	}

}
