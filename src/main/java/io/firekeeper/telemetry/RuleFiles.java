package io.firekeeper.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * The rule files of a bundle as prometheus.yml names them. Prometheus resolves
 * {@code rule_files} against the directory of its config file, and reports the joined
 * path without resolving links (prometheus/prometheus {@code config/config.go},
 * {@code SetDirectory}).
 *
 * @param byReportedPath content by the path that the replica reports
 * @param missing named literally and not part of the bundle: Prometheus reloads with 200
 * and drops their rules
 * @param evaluationInterval the default interval of groups
 */
record RuleFiles(SortedMap<String, String> byReportedPath, SortedSet<String> missing, Duration evaluationInterval) {

	private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

	private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|y|w|d|h|m|s)");

	private static final Pattern GLOB_TOKEN = Pattern.compile("\\*|\\?|(\\[\\^?[A-Za-z0-9_.-]+])|[^*?\\[]+|\\[");

	static RuleFiles of(Bundle bundle, String currentDirectory) {
		YamlNode root = Yaml.read(bundle.files().getOrDefault(Bundle.MAIN_FILE, ""), Yaml.RENDERED_LIMIT).root();
		SortedMap<String, String> found = new TreeMap<>();
		SortedSet<String> missing = new TreeSet<>();
		for (String pattern : texts(child(root, "rule_files"))) {
			String relative = relative(pattern, currentDirectory);
			List<String> matching = matching(bundle, relative);
			matching.forEach((path) -> found.put(currentDirectory + "/" + path, bundle.files().get(path)));
			if (matching.isEmpty() && !isGlob(relative)) {
				missing.add(pattern);
			}
		}
		return new RuleFiles(found, missing, interval(child(child(root, "global"), "evaluation_interval")));
	}

	private static String relative(String pattern, String currentDirectory) {
		String below = pattern.startsWith(currentDirectory + "/") ? pattern.substring(currentDirectory.length() + 1)
				: pattern;
		return below.startsWith("./") ? below.substring(2) : below;
	}

	private static List<String> matching(Bundle bundle, String pattern) {
		Pattern regex = regex(pattern);
		return bundle.files().keySet().stream().filter((path) -> regex.matcher(path).matches()).toList();
	}

	private static boolean isGlob(String pattern) {
		return pattern.matches(".*[*?\\[].*");
	}

	/** A pattern as Go's {@code filepath.Match} reads it. */
	private static Pattern regex(String pattern) {
		StringBuilder regex = new StringBuilder();
		Matcher token = GLOB_TOKEN.matcher(pattern);
		while (token.find()) {
			regex.append(switch (token.group()) {
				case "*" -> "[^/]*";
				case "?" -> "[^/]";
				case String text when token.group(1) != null -> text;
				case String text -> Pattern.quote(text);
			});
		}
		return Pattern.compile(regex.toString());
	}

	private static Duration interval(@Nullable YamlNode node) {
		String text = (node instanceof YamlScalar scalar) ? scalar.text() : "";
		Duration sum = Duration.ZERO;
		Matcher matcher = DURATION.matcher(text);
		while (matcher.find()) {
			sum = sum.plus(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
		}
		return sum.isZero() ? DEFAULT_INTERVAL : sum;
	}

	private static Duration unit(String unit) {
		return switch (unit) {
			case "ms" -> Duration.ofMillis(1);
			case "s" -> Duration.ofSeconds(1);
			case "m" -> Duration.ofMinutes(1);
			case "h" -> Duration.ofHours(1);
			case "d" -> Duration.ofDays(1);
			case "w" -> Duration.ofDays(7);
			default -> Duration.ofDays(365);
		};
	}

	private static @Nullable YamlNode child(@Nullable YamlNode node, String key) {
		return (node instanceof YamlMapping mapping) ? mapping.get(key) : null;
	}

	private static List<String> texts(@Nullable YamlNode node) {
		return (node instanceof YamlSequence sequence) ? sequence.items()
			.stream()
			.map((item) -> (item instanceof YamlScalar scalar) ? scalar.text() : null)
			.filter(Objects::nonNull)
			.toList() : List.of();
	}

}
