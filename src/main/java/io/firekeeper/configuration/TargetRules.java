package io.firekeeper.configuration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of targets that are written out (prometheus/prometheus
 * {@code scrape/target.go} {@code PopulateLabels}, {@code notifier/alertmanager.go}): the
 * server drops those that are bad, promtool refuses the file.
 */
final class TargetRules {

	private static final String ADDRESS = "__address__";

	private static final String SCHEME = "__scheme__";

	private static final String INTERVAL = "__scrape_interval__";

	private static final String TIMEOUT = "__scrape_timeout__";

	private static final List<String> FLAGS = List.of("__convert_classic_histograms_to_nhcb__",
			"__always_scrape_classic_histograms__", "__scrape_native_histograms__");

	private static final List<String> BOOLEANS = List.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE",
			"false", "False");

	private final TypedStruct owner;

	private final Relabelling relabelling;

	private final Checking checking;

	private TargetRules(TypedStruct owner, Checking checking) {
		this.owner = owner;
		this.relabelling = new Relabelling(owner.structs("relabel_configs"), checking);
		this.checking = checking;
	}

	/** Checks the static targets of a scrape job; its relabelling is good. */
	static void ofJob(TypedStruct job, Checking checking) {
		new TargetRules(job, checking).check((target, group) -> jobLabels(job, target, group), true);
	}

	/** Checks the static targets of an Alertmanager; its relabelling is good. */
	static void ofAlertmanager(TypedStruct alertmanager, Checking checking) {
		new TargetRules(alertmanager, checking)
			.check((target, group) -> alertmanagerLabels(alertmanager, target, group), false);
	}

	private void check(Labels labels, boolean scraped) {
		for (TypedStruct group : this.owner.structs("static_configs")) {
			for (TypedValue target : group.items("targets")) {
				if (target instanceof TypedValue.Scalar scalar) {
					check(labels.of(scalar.text(), group), scalar, scraped);
				}
			}
		}
	}

	private void check(Map<String, String> labels, TypedValue.Scalar target, boolean scraped) {
		labels.values().removeIf(String::isEmpty);
		if (!this.relabelling.apply(labels)) {
			return;
		}
		String address = labels.getOrDefault(ADDRESS, "");
		if (scraped && address.isEmpty()) {
			this.checking.problem("target-without-address", target.place());
		}
		else if (address.contains("/")) {
			this.checking.problem("target-with-path", target.place(), address);
		}
		else if (scraped) {
			scraped(labels, target);
		}
	}

	private void scraped(Map<String, String> labels, TypedValue.Scalar target) {
		String scheme = labels.getOrDefault(SCHEME, "");
		boolean needsPort = !this.checking.isAtLeast(3, 0) && GoAddress.lacksPort(labels.getOrDefault(ADDRESS, ""));
		if (needsPort && !List.of("http", "https", "").contains(scheme)) {
			this.checking.problem("target-scheme", target.place(), scheme);
		}
		PrometheusDuration interval = duration(labels, INTERVAL, target);
		PrometheusDuration timeout = duration(labels, TIMEOUT, target);
		if (interval != null && timeout != null && timeout.compareTo(interval) > 0) {
			this.checking.problem("timeout-above-interval", target.place(), timeout.toString(), interval.toString());
		}
		if (this.checking.isAtLeast(3, 13)) {
			FLAGS.forEach((flag) -> flag(flag, labels.getOrDefault(flag, "false"), target));
		}
	}

	private void flag(String name, String value, TypedValue.Scalar target) {
		if (!BOOLEANS.contains(value)) {
			this.checking.problem("target-label", target.place(), name, value);
		}
	}

	private @Nullable PrometheusDuration duration(Map<String, String> labels, String name, TypedValue.Scalar target) {
		String text = labels.getOrDefault(name, "");
		try {
			PrometheusDuration duration = PrometheusDuration.parse(text);
			if (duration.milliseconds() != 0) {
				return duration;
			}
		}
		catch (IllegalArgumentException _) {
			// reported below, as zero is
		}
		this.checking.problem("target-label", target.place(), name, text);
		return null;
	}

	private static Map<String, String> jobLabels(TypedStruct job, String target, TypedStruct group) {
		Map<String, String> labels = new TreeMap<>();
		labels.put(SCHEME, job.text("scheme"));
		labels.put("__metrics_path__", job.text("metrics_path"));
		labels.put("job", job.text("job_name"));
		String interval = job.has("scrape_interval") ? job.text("scrape_interval") : "1m";
		labels.put(INTERVAL, interval);
		labels.put(TIMEOUT, job.has("scrape_timeout") ? job.text("scrape_timeout") : interval);
		own(group, labels);
		labels.put(ADDRESS, target);
		if (job.get("params") instanceof TypedValue.Entries parameters) {
			parameters.entries().forEach((name, values) -> parameter(name, values, labels));
		}
		return labels;
	}

	private static void parameter(String name, TypedValue values, Map<String, String> labels) {
		if (values instanceof TypedValue.Items items && !items.items().isEmpty()
				&& items.items().getFirst() instanceof TypedValue.Scalar first) {
			labels.put("__param_" + name, first.text());
		}
	}

	private static Map<String, String> alertmanagerLabels(TypedStruct alertmanager, String target, TypedStruct group) {
		Map<String, String> labels = new TreeMap<>();
		labels.put(SCHEME, alertmanager.text("scheme"));
		labels.put("__alerts_path__", GoPath.join("/" + alertmanager.text("path_prefix"),
				"api/" + alertmanager.text("api_version") + "/alerts"));
		own(group, labels);
		labels.put(ADDRESS, target);
		return labels;
	}

	private static void own(TypedStruct group, Map<String, String> labels) {
		if (group.get("labels") instanceof TypedValue.Entries own) {
			own.entries().forEach((name, value) -> {
				if (value instanceof TypedValue.Scalar scalar && !scalar.text().isEmpty()) {
					labels.put(name, scalar.text());
				}
			});
		}
	}

	/** The labels of a target before relabelling. */
	private interface Labels {

		Map<String, String> of(String target, TypedStruct group);

	}

}
