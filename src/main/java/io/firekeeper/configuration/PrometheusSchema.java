package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a version of Prometheus accepts. Answers as its own loader does: unknown keys,
 * types as Go decodes them, values, rules across fields. PromQL and templates are not
 * looked into.
 */
public final class PrometheusSchema {

	private static final Comparator<Problem> BY_PLACE = Comparator
		.comparingInt((Problem problem) -> problem.position().line())
		.thenComparingInt((problem) -> problem.position().column());

	private PrometheusSchema() {
	}

	/** Problems of a whole prometheus.yml, in order of the text. */
	public static List<Problem> checkConfiguration(YamlNode root, TargetVersion version) {
		return checkRoot(root, "{Configuration}", version);
	}

	/** Problems of a rule file: a mapping with {@code groups}; in order of the text. */
	public static List<Problem> checkRuleFile(YamlNode root, TargetVersion version) {
		return checkRoot(root, "{RuleFile}", version);
	}

	/**
	 * Problems of a part of prometheus.yml; paths and positions are those of the part.
	 * What depends on a part that is not here, such as an inherited interval, is not
	 * checked.
	 */
	public static List<Problem> checkSection(Section section, YamlNode node, TargetVersion version) {
		return switch (section) {
			case TOP_LEVEL -> checkRoot(node, "{Configuration}", version);
			case SCRAPE_CONFIGS ->
				checkRoot(jobs(node), "{ScrapeFile}", version).stream().map(PrometheusSchema::withoutRoot).toList();
			case ALERTING -> checkRoot(node, "{Alerting}", version);
		};
	}

	private static List<Problem> checkRoot(YamlNode root, String type, TargetVersion version) {
		List<Problem> problems = new ArrayList<>();
		TypedReader reader = new TypedReader(Schema.PROMETHEUS, version, TypedReader.Absent.DEFAULT, problems);
		if (reader.read(root, SchemaType.parse(type), YamlPath.ROOT) instanceof TypedStruct struct) {
			check(struct, new Checking(Schema.PROMETHEUS, version, problems));
		}
		return problems.stream().distinct().sorted(BY_PLACE).toList();
	}

	private static void check(TypedStruct root, Checking checking) {
		Inheritance.fill(root, checking.version());
		boolean scoped = root.get("global") instanceof TypedStruct;
		PrometheusRules.ALL.check(root, scoped ? checking.below((TypedStruct) root.get("global")) : checking);
		ConfigurationRules.check(root, checking);
	}

	private static YamlNode jobs(YamlNode list) {
		return YamlMapping.empty().with("scrape_configs", list);
	}

	private static Problem withoutRoot(Problem problem) {
		return new Problem(problem.code(), problem.arguments(), problem.path().substring("scrape_configs".length()),
				problem.position());
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
