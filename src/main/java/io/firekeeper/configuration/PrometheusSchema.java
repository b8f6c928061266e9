package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.firekeeper.promql.Feature;

/**
 * What a version of Prometheus accepts. Answers as its own loader does: unknown keys,
 * types as Go decodes them, values, rules across fields, PromQL, templates of rules.
 */
public final class PrometheusSchema {

	private static final Comparator<Problem> BY_PLACE = Comparator
		.comparingInt((Problem problem) -> problem.position().line())
		.thenComparingInt((problem) -> problem.position().column());

	private PrometheusSchema() {
	}

	/**
	 * Reads prometheus.yml as a version's own loader does: its tree, what is wrong, and
	 * warnings.
	 */
	public static Yaml.Reading readConfiguration(String text, TargetVersion version) {
		return read(text, YamlDialect.GO_2, "{Configuration}", version);
	}

	/**
	 * Reads a rule file as a version's own loader does: its tree, what is wrong, and
	 * warnings.
	 */
	public static Yaml.Reading readRuleFile(String text, TargetVersion version) {
		return readRuleFile(text, version, Set.of());
	}

	/**
	 * The same for a target with features of PromQL switched on
	 * ({@code --enable-feature}).
	 */
	public static Yaml.Reading readRuleFile(String text, TargetVersion version, Set<Feature> features) {
		return read(text, YamlDialect.ofRuleFiles(version),
				(root) -> checkRuleFile(root, version, features, new Readings()));
	}

	static Yaml.Reading read(String text, YamlDialect dialect, String type, TargetVersion version) {
		return read(text, dialect, (root) -> checkRoot(root, type, dialect, version, true));
	}

	private static Yaml.Reading read(String text, YamlDialect dialect, Function<YamlNode, List<Problem>> check) {
		Yaml.Reading reading = Yaml.read(text, dialect, Yaml.RENDERED_LIMIT);
		if (reading.root() == null) {
			return reading;
		}
		List<Problem> problems = new ArrayList<>(reading.problems());
		problems.addAll(check.apply(reading.root()));
		return new Yaml.Reading(reading.root(), problems.stream().sorted(BY_PLACE).toList());
	}

	/** Problems of a whole prometheus.yml, in order of the text. */
	public static List<Problem> checkConfiguration(YamlNode root, TargetVersion version) {
		return checkRoot(root, "{Configuration}", YamlDialect.GO_2, version, true);
	}

	/**
	 * Problems of a rule file: a mapping with {@code groups}; in order of the text. Its
	 * expressions are read without any feature that must be switched on.
	 */
	public static List<Problem> checkRuleFile(YamlNode root, TargetVersion version) {
		return checkRuleFile(root, version, Set.of(), new Readings());
	}

	/**
	 * The same for a target with features of PromQL switched on
	 * ({@code --enable-feature}).
	 * @param readings keeps what was read for who asks next
	 */
	public static List<Problem> checkRuleFile(YamlNode root, TargetVersion version, Set<Feature> features,
			Readings readings) {
		Checking checking = new Checking(Schema.PROMETHEUS, version, features, readings, new ArrayList<>());
		return checkRoot(root, "{RuleFile}", YamlDialect.ofRuleFiles(version), true, checking);
	}

	/**
	 * Problems of a part of prometheus.yml; paths and positions are those of the part.
	 * What depends on a part that is not here, such as an inherited interval, is not
	 * checked.
	 */
	public static List<Problem> checkSection(Section section, YamlNode node, TargetVersion version) {
		return switch (section) {
			case TOP_LEVEL -> checkRoot(node, "{Configuration}", YamlDialect.GO_2, version, false);
			case SCRAPE_CONFIGS -> checkRoot(jobs(node), "{ScrapeFile}", YamlDialect.GO_2, version, false).stream()
				.map(PrometheusSchema::withoutRoot)
				.toList();
			case ALERTING -> checkRoot(node, "{Alerting}", YamlDialect.GO_2, version, false);
		};
	}

	private static List<Problem> checkRoot(YamlNode root, String type, YamlDialect dialect, TargetVersion version,
			boolean whole) {
		return checkRoot(root, type, dialect, whole,
				new Checking(Schema.PROMETHEUS, version, Set.of(), new Readings(), new ArrayList<>()));
	}

	private static List<Problem> checkRoot(YamlNode root, String type, YamlDialect dialect, boolean whole,
			Checking checking) {
		TypedReader reader = new TypedReader(Schema.PROMETHEUS, checking.version(), dialect, TypedReader.Absent.DEFAULT,
				checking.problems());
		TypedValue value = reader.read(root, SchemaType.parse(type), YamlPath.ROOT);
		if (value instanceof TypedStruct struct) {
			check(struct, whole, checking);
		}
		else {
			PrometheusRules.ALL.check(value, checking);
		}
		return checking.problems().stream().distinct().sorted(BY_PLACE).toList();
	}

	private static void check(TypedStruct root, boolean whole, Checking checking) {
		Inheritance.fill(root, checking.version());
		boolean scoped = root.get("global") instanceof TypedStruct;
		PrometheusRules.ALL.check(root, scoped ? checking.below((TypedStruct) root.get("global")) : checking);
		ConfigurationRules.check(root, whole, checking);
	}

	private static YamlNode jobs(YamlNode list) {
		return YamlMapping.empty().with("scrape_configs", list);
	}

	private static Problem withoutRoot(Problem problem) {
		return problem.at(problem.path().substring("scrape_configs".length()));
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
