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
 * What a change leaves alone in the scrape jobs of a replica, and how long it takes until
 * its effect can be seen.
 *
 * @param unchanged names of the jobs that stand in both bundles with the same text, and
 * that read no file which differs
 * @param settling the longest scrape interval among them, and with other rules the
 * evaluation interval; when it has passed after a reload, each of their targets was
 * scraped and each rule evaluated
 */
record JobComparison(Set<String> unchanged, Duration settling) {

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
		Bundle former = (before != null) ? before : Bundle.of(Map.of());
		Collection<String> changedFiles = changedFiles(former, after);
		Map<String, YamlMapping> old = jobs(main(former));
		Map<String, YamlMapping> same = new LinkedHashMap<>(jobs(next));
		same.entrySet().removeIf((job) -> !sameJob(old.get(job.getKey()), job.getValue(), changedFiles));
		Duration scraped = longest(next, ((before != null) ? same : jobs(next)).values());
		return new JobComparison(same.keySet(), shorter(longer(scraped, evaluated(next, changedFiles)), LONGEST_WAIT));
	}

	private static Duration evaluated(YamlMapping configuration, Collection<String> changedFiles) {
		boolean otherRules = configuration.get("rule_files") != null
				&& changedFiles.stream().anyMatch((path) -> !path.equals(Bundle.MAIN_FILE));
		return otherRules ? interval(global(configuration), "evaluation_interval", DEFAULT_INTERVAL) : Duration.ZERO;
	}

	private static boolean sameJob(@Nullable YamlMapping former, YamlMapping job, Collection<String> changedFiles) {
		String text = Yaml.print(job);
		return former != null && Yaml.print(former).equals(text) && changedFiles.stream().noneMatch(text::contains);
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
		Duration general = interval(global(configuration), "scrape_interval", DEFAULT_INTERVAL);
		return jobs.stream()
			.map((job) -> interval(job, "scrape_interval", general))
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	private static Duration interval(YamlMapping section, String key, Duration otherwise) {
		Matcher parts = DURATION_PART.matcher(text(section, key));
		Duration sum = Duration.ZERO;
		while (parts.find()) {
			Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
			sum = sum.plus(unit.multipliedBy(Long.parseLong(parts.group(1))));
		}
		return sum.isZero() ? otherwise : sum;
	}

	private static YamlMapping global(YamlMapping configuration) {
		return (configuration.get("global") instanceof YamlMapping global) ? global : YamlMapping.empty();
	}

	private static Duration longer(Duration left, Duration right) {
		return (left.compareTo(right) > 0) ? left : right;
	}

	private static Duration shorter(Duration left, Duration right) {
		return (left.compareTo(right) < 0) ? left : right;
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
