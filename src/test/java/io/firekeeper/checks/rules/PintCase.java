package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Feature;
import tools.jackson.databind.JsonNode;

/**
 * A test case of pint: a rule, the check with its settings, and whether it finds
 * something.
 *
 * @param id its name
 * @param check pint's check
 * @param rule the rule, or the groups
 * @param settings how pint makes the check
 * @param expected whether pint finds something
 */
record PintCase(String id, String check, String rule, String settings, boolean expected) {

	/** Our names of pint's checks. */
	private static final Map<String, Set<String>> OURS = Map.ofEntries(
			Map.entry("alerts/annotation", Set.of("required-annotation")),
			Map.entry("alerts/comparison", Set.of("alert-without-comparison", "constant-alert")),
			Map.entry("alerts/for", Set.of("short-for", "schema")),
			Map.entry("alerts/template",
					Set.of("alert-template", "dropped-label", "template-label", "unreadable-value", "schema")),
			Map.entry("group/interval", Set.of("long-interval")),
			Map.entry("promql/aggregation", Set.of("aggregated-label")),
			Map.entry("promql/fragile", Set.of("fragile-alert")),
			Map.entry("promql/impossible",
					Set.of("impossible-matching", "impossible-label", "number-in-group", "unused-include")),
			Map.entry("promql/nan", Set.of("division-in-aggregation")),
			Map.entry("promql/range_query", Set.of("range-limit")),
			Map.entry("promql/regexp", Set.of("redundant-regex", "substring-regex")),
			Map.entry("promql/selector", Set.of("required-matcher")), Map.entry("promql/syntax", Set.of("syntax")),
			Map.entry("rule/for", Set.of("duration-bounds")), Map.entry("rule/label", Set.of("required-label")),
			Map.entry("rule/name", Set.of("name-convention")), Map.entry("rule/reject", Set.of("forbidden-text")));

	private static final Dialect DIALECT = Dialect.of(3, 14)
		.with(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS, Feature.DURATION_EXPRESSIONS, Feature.FILL_MODIFIERS,
				Feature.EXTENDED_RANGE_SELECTORS);

	private static final Pattern ARGUMENT = Pattern.compile(
			"Must(?:Raw)?TemplatedRegexp\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)|\\[]string\\{([^}]*)}|\"([^\"]*)\"|nil|true|false"
					+ "|badRe|checks\\.RuleFor\\w+|time\\.\\w+(?:\\s*\\*\\s*\\d+)?|\\b\\d+\\b|checks\\.(?:Warning|Bug|Information|Fatal)");

	static PintCase of(JsonNode row) {
		return new PintCase(row.get("id").asString(), row.get("check").asString(), row.get("rule_yaml").asString(),
				row.get("checker_ctor").asString(), row.get("expect_problem").asBoolean());
	}

	/** Whether we have such a check. */
	boolean isOurs() {
		return OURS.containsKey(this.check);
	}

	/** Whether our checks find something. */
	boolean found() {
		return findings().stream().anyMatch((check) -> Objects.requireNonNull(OURS.get(this.check)).contains(check));
	}

	private List<String> findings() {
		CheckSettings settings = CheckSettings
			.read("pint", Objects.requireNonNull(Yaml.read(demands(), 1 << 20).root()))
			.settings();
		RuleFile file = RuleFile.read("pint", text(), settings);
		List<String> found = RuleChecks.check(RuleSubject.of(List.of(file), Target.of(DIALECT)))
			.stream()
			.map((finding) -> finding.finding().check())
			.collect(Collectors.toList());
		if (PrometheusSchema.checkRuleFile(file.content(), TargetVersion.NEWEST)
			.stream()
			.anyMatch((problem) -> problem.path().endsWith("for") || problem.code().startsWith("template-"))) {
			found.add("schema");
		}
		return found;
	}

	private String text() {
		String text = this.rule.stripLeading().startsWith("- ") ? this.rule.replaceFirst("^\\n", "") : this.rule;
		if (text.startsWith("groups:") || text.stripLeading().startsWith("groups:")) {
			return text;
		}
		return text.startsWith("- name:") ? "groups:\n" + text : "groups:\n- name: g\n  rules:\n" + text.indent(2);
	}

	private String demands() {
		String call = this.settings.contains("checks.New")
				? this.settings.substring(this.settings.indexOf("checks.New")) : this.settings;
		Matcher matcher = ARGUMENT.matcher(call.substring(Math.max(0, call.indexOf('('))));
		List<String> arguments = matcher.results().map(PintCase::argument).toList();
		return switch (this.check) {
			case "alerts/annotation" -> "require_annotations: [" + requirement(arguments) + "]";
			case "rule/label" -> "require_labels: [" + requirement(arguments) + "]";
			case "promql/selector" -> "require_matchers: [{label: " + arguments.get(2) + ", metric: " + arguments.get(0)
					+ (arguments.get(1).isEmpty() ? "" : ", function: " + arguments.get(1)) + "}]";
			case "promql/aggregation" ->
				(arguments.get(2).equals("true") ? "keep_labels" : "drop_labels") + ": [{label: " + arguments.get(1)
						+ (arguments.get(0).isEmpty() ? "" : ", rules: " + arguments.get(0)) + "}]";
			case "rule/name" -> "names: [{alerts: " + arguments.get(0) + ", records: " + arguments.get(0) + "}]";
			case "rule/reject" -> arguments.get(2).isEmpty() ? "{}" : "forbid: [{names: bad, values: bad}]";
			case "promql/range_query" -> "range: {max: 4h}";
			case "rule/for" -> (arguments.get(0).contains("Keep") ? "keep_firing_for" : "for") + ": {"
					+ bound("min", arguments.get(1)) + bound("max", arguments.get(2)) + "}";
			default -> "{}";
		};
	}

	private static String bound(String key, String value) {
		return value.equals("0") ? "" : key + ": " + value + ", ";
	}

	private static String requirement(List<String> arguments) {
		return "{name: " + arguments.get(0) + (arguments.get(1).isEmpty() ? "" : ", words: " + arguments.get(1))
				+ (arguments.get(2).isEmpty() ? "" : ", matches: " + arguments.get(2))
				+ (arguments.get(3).isEmpty() ? "" : ", one_of: " + arguments.get(3)) + ", optional: "
				+ !arguments.get(4).equals("true") + "}";
	}

	private static String argument(MatchResult match) {
		String text = match.group();
		if (text.startsWith("Must")) {
			return "'" + match.group(1).replace("\\\\", "\\") + "'";
		}
		if (text.startsWith("[]string")) {
			return "[" + match.group(2).strip() + "]";
		}
		if (text.startsWith("time.")) {
			String count = text.contains("*") ? text.replaceAll(".*\\*\\s*", "") : "1";
			return count + (text.contains("Second") ? "s" : text.contains("Hour") ? "h" : "m");
		}
		return text.equals("nil") ? "" : text.replace("\"", "");
	}

}
