package io.firekeeper.checks.rules;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.promql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the Prometheus that evaluates rules. Times are in milliseconds.
 *
 * @param dialect the PromQL that it reads
 * @param externalLabels its external labels
 * @param scrapeInterval its global scrape interval, or {@code null} when not all of its
 * jobs are known
 * @param jobIntervals the scrape intervals of its jobs
 * @param evaluationInterval its global evaluation interval, or {@code null} when its
 * configuration is not known
 */
public record Target(Dialect dialect, SortedMap<String, String> externalLabels, @Nullable Long scrapeInterval,
		JobIntervals jobIntervals, @Nullable Long evaluationInterval) {

	/**
	 * prometheus/prometheus {@code config/config.go}, {@code DefaultGlobalConfig}.
	 */
	private static final long DEFAULT_INTERVAL = 60_000;

	public Target {
		externalLabels = Collections.unmodifiableSortedMap(new TreeMap<>(externalLabels));
	}

	/** One of which nothing but the language is known. */
	public static Target of(Dialect dialect) {
		return new Target(dialect, new TreeMap<>(), null, JobIntervals.of(Map.of()), null);
	}

	/** One that runs a prometheus.yml. */
	public static Target of(Dialect dialect, YamlMapping configuration) {
		YamlMapping global = mapping(configuration, "global");
		long scrape = interval(global, "scrape_interval", DEFAULT_INTERVAL);
		Map<String, Long> jobs = new TreeMap<>();
		for (YamlMapping job : RuleFile.mappings(configuration.get("scrape_configs"))) {
			YamlScalar name = Rule.scalar(job, "job_name");
			if (name != null) {
				jobs.put(name.text(), interval(job, "scrape_interval", scrape));
			}
		}
		boolean elsewhere = configuration.get("scrape_config_files") != null;
		return new Target(dialect, externalLabels(global), elsewhere ? null : scrape, JobIntervals.of(jobs),
				interval(global, "evaluation_interval", DEFAULT_INTERVAL));
	}

	/** Whether its configuration is known. */
	boolean isConfigured() {
		return this.evaluationInterval != null;
	}

	/** The same with other external labels. */
	Target labelled(SortedMap<String, String> labels) {
		return new Target(this.dialect, labels, this.scrapeInterval, this.jobIntervals, this.evaluationInterval);
	}

	private static SortedMap<String, String> externalLabels(YamlMapping global) {
		SortedMap<String, String> labels = new TreeMap<>();
		for (YamlMapping.Entry entry : mapping(global, "external_labels").entries()) {
			labels.put(entry.key().text(), (entry.value() instanceof YamlScalar value) ? value.text() : "");
		}
		return labels;
	}

	private static long interval(YamlMapping owner, String key, long otherwise) {
		Long interval = Rule.milliseconds(Rule.scalar(owner, key));
		return (interval != null && interval > 0) ? interval : otherwise;
	}

	private static YamlMapping mapping(YamlMapping owner, String key) {
		return (owner.get(key) instanceof YamlMapping mapping) ? mapping : YamlMapping.empty();
	}

}
