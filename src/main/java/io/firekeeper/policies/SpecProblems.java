package io.firekeeper.policies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.PrometheusSchema.Section;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlPath;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;

/**
 * Holds a spec against the schema of its kind.
 */
final class SpecProblems {

	/** Keys of prometheus.yml that another kind owns, or nobody may set. */
	private static final Map<String, String> OWNED = Map.of("scrape_configs", PolicyKind.SCRAPE_JOBS.documentName(),
			"scrape_config_files", PolicyKind.SCRAPE_JOBS.documentName(), "rule_files",
			PolicyKind.RULE_GROUPS.documentName(), "alerting", PolicyKind.ALERTING.documentName());

	private SpecProblems() {
	}

	static boolean hasShape(PolicyKind kind, YamlNode spec) {
		return (kind == PolicyKind.SCRAPE_JOBS) ? spec instanceof YamlSequence : spec instanceof YamlMapping;
	}

	/** The word for the shape that a kind's spec has. */
	static String shape(PolicyKind kind) {
		return (kind == PolicyKind.SCRAPE_JOBS) ? "list" : "mapping";
	}

	static List<Problem> of(PolicyDocument document, TargetVersion version) {
		List<Problem> problems = check(document, version);
		if (problems.isEmpty()) {
			return problems;
		}
		Set<Position> open = new HashSet<>();
		Set<String> openPaths = new HashSet<>();
		collectOpen(document.spec(), YamlPath.ROOT, open, openPaths);
		return problems.stream()
			.filter((problem) -> !open.contains(problem.position()))
			.filter((problem) -> !problem.isInExpression() || !openPaths.contains(problem.path()))
			.map(SpecProblems::belowSpec)
			.sorted(PolicyProblem.BY_PLACE)
			.toList();
	}

	private static List<Problem> check(PolicyDocument document, TargetVersion version) {
		YamlNode spec = document.spec();
		return switch (document.kind()) {
			case GLOBAL -> checkGlobal((YamlMapping) spec, version);
			case SCRAPE_JOBS -> PrometheusSchema.checkSection(Section.SCRAPE_CONFIGS, spec, version);
			case RULE_GROUPS -> PrometheusSchema.checkRuleFile(spec, version, Set.of(), document.readings());
			case ALERTING -> PrometheusSchema.checkSection(Section.ALERTING, spec, version);
			case HIGH_AVAILABILITY -> HighAvailability.problems(spec);
		};
	}

	private static List<Problem> checkGlobal(YamlMapping spec, TargetVersion version) {
		List<Problem> problems = new ArrayList<>();
		YamlMapping own = spec;
		for (YamlMapping.Entry entry : spec.entries()) {
			String key = entry.key().text();
			if (OWNED.containsKey(key)) {
				problems
					.add(PolicyProblem.of("policy-key-elsewhere", key, entry.key(), key, OWNED.getOrDefault(key, "")));
				own = own.without(key);
			}
		}
		problems.addAll(PrometheusSchema.checkSection(Section.TOP_LEVEL, own, version));
		return problems;
	}

	/**
	 * Where variables stand: the places of their scalars, and the paths too, since a
	 * problem within an expression has a place of its own.
	 */
	private static void collectOpen(YamlNode node, YamlPath path, Set<Position> places, Set<String> paths) {
		switch (node) {
			case YamlScalar scalar when Variable.occursIn(scalar.text()) -> {
				places.add(scalar.position());
				paths.add(path.toString());
			}
			case YamlScalar _ -> {
			}
			case YamlSequence sequence -> {
				for (int index = 0; index < sequence.items().size(); index++) {
					collectOpen(sequence.items().get(index), path.index(index), places, paths);
				}
			}
			case YamlMapping mapping -> {
				for (YamlMapping.Entry entry : mapping.entries()) {
					collectOpen(entry.value(), path.key(entry.key().text()), places, paths);
				}
			}
		}
	}

	private static Problem belowSpec(Problem problem) {
		String separator = (problem.path().isEmpty() || problem.path().startsWith("[")) ? "" : ".";
		return problem.at("spec" + separator + problem.path());
	}

}
