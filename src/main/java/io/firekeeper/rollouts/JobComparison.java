package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * What a change leaves alone in the scrape jobs of a replica.
 *
 * @param unchanged names of the jobs that stand in both bundles with the same text, and
 * that read no file which differs
 * @param longestInterval the longest scrape interval among them; after a reload each of
 * their targets was scraped once when it has passed
 */
record JobComparison(Set<String> unchanged, Duration longestInterval) {

	private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

	private static final Pattern DURATION_PART = Pattern.compile("(\\d+)(ms|[smhdwy])");

	private static final Map<String, Duration> UNITS = Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1),
			"m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1), "w", Duration.ofDays(7), "y",
			Duration.ofDays(365));

	JobComparison {
		unchanged = Set.copyOf(unchanged);
	}

	/**
	 * Compares two bundles.
	 * @param before what was proven before, {@code null} when nothing was: then no job is
	 * known to be unchanged
	 * @param after what is delivered
	 */
	static JobComparison of(@Nullable Bundle before, Bundle after) {
		YamlMapping next = main(after);
		if (before == null) {
			return new JobComparison(Set.of(), longest(next, jobs(next).values()));
		}
		Map<String, YamlMapping> old = jobs(main(before));
		Collection<String> changedFiles = changedFiles(before, after);
		Map<String, YamlMapping> same = new LinkedHashMap<>();
		jobs(next).forEach((name, job) -> {
			YamlMapping former = old.get(name);
			if (former != null && sameJob(former, job, changedFiles)) {
				same.put(name, job);
			}
		});
		return new JobComparison(same.keySet(), longest(next, same.values()));
	}

	private static boolean sameJob(YamlMapping former, YamlMapping job, Collection<String> changedFiles) {
		String text = Yaml.print(job);
		return Yaml.print(former).equals(text) && changedFiles.stream().noneMatch(text::contains);
	}

	private static Collection<String> changedFiles(Bundle before, Bundle after) {
		Set<String> changed = new TreeSet<>(before.files().keySet());
		changed.addAll(after.files().keySet());
		changed.removeIf((path) -> {
			String former = before.files().get(path);
			return former != null && former.equals(after.files().get(path));
		});
		return changed;
	}

	private static Duration longest(YamlMapping configuration, Collection<YamlMapping> jobs) {
		Duration general = interval((configuration.get("global") instanceof YamlMapping global) ? global : null,
				DEFAULT_INTERVAL);
		Duration longest = jobs.stream()
			.map((job) -> interval(job, general))
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
		return (longest.compareTo(LONGEST_WAIT) < 0) ? longest : LONGEST_WAIT;
	}

	private static Duration interval(@Nullable YamlMapping section, Duration otherwise) {
		String text = (section != null) ? text(section, "scrape_interval") : "";
		Matcher parts = DURATION_PART.matcher(text);
		Duration sum = Duration.ZERO;
		while (parts.find()) {
			Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
			sum = sum.plus(unit.multipliedBy(Long.parseLong(parts.group(1))));
		}
		return sum.isZero() ? otherwise : sum;
	}

	private static Map<String, YamlMapping> jobs(YamlMapping configuration) {
		Map<String, YamlMapping> jobs = new LinkedHashMap<>();
		List<YamlNode> items = (configuration.get("scrape_configs") instanceof YamlSequence list) ? list.items()
				: List.of();
		for (YamlNode item : items) {
			if (item instanceof YamlMapping job) {
				jobs.put(text(job, "job_name"), job);
			}
		}
		return jobs;
	}

	private static YamlMapping main(Bundle bundle) {
		String text = bundle.files().getOrDefault(Bundle.MAIN_FILE, "");
		return (Yaml.read(text, Yaml.RENDERED_LIMIT).root() instanceof YamlMapping mapping) ? mapping
				: YamlMapping.empty();
	}

	private static String text(YamlMapping mapping, String key) {
		return (mapping.get(key) instanceof YamlScalar scalar) ? scalar.text() : "";
	}

}
