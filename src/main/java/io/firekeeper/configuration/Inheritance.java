package io.firekeeper.configuration;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fills what scrape jobs take over from {@code global} (prometheus/prometheus
 * {@code config/config.go} {@code ScrapeConfig.Validate}).
 */
final class Inheritance {

	private static final List<String> LIMITS = List.of("body_size_limit", "sample_limit", "target_limit", "label_limit",
			"label_name_length_limit", "label_value_length_limit", "keep_dropped_targets", "scrape_failure_log_file",
			"scrape_native_histograms", "extra_scrape_metrics", "convert_classic_histograms_to_nhcb",
			"always_scrape_classic_histograms");

	private static final String TIMEOUT = "scrape_timeout";

	private static final String INTERVAL = "scrape_interval";

	private final TargetVersion version;

	private final TypedStruct global;

	private Inheritance(TargetVersion version, TypedStruct global) {
		this.version = version;
		this.global = global;
	}

	/** Fills the jobs of a configuration, and {@code global} itself. */
	static void fill(TypedStruct configuration, TargetVersion version) {
		if (configuration.get("global") instanceof TypedStruct global) {
			Inheritance inheritance = new Inheritance(version, global);
			inheritance.fillGlobal();
			configuration.structs("scrape_configs").forEach(inheritance::fillJob);
		}
	}

	private void fillGlobal() {
		orDefault(this.global, INTERVAL, "1m");
		orDefault(this.global, "evaluation_interval", "1m");
		if (!this.global.isGiven(TIMEOUT) || !this.global.has(TIMEOUT)) {
			setTimeout(this.global, PrometheusDuration.parse("10s"));
		}
		if (this.version.isAtLeast(3, 5)) {
			orDefault(this.global, "metric_name_validation_scheme", "utf8");
		}
		for (String key : List.of("scrape_native_histograms", "extra_scrape_metrics")) {
			if (this.global.get(key) instanceof TypedValue.Nothing && this.global.values().containsKey(key)) {
				this.global.put(key, SchemaType.Kind.BOOL, "false");
			}
		}
	}

	private void fillJob(TypedStruct job) {
		orDefault(job, INTERVAL, this.global.text(INTERVAL));
		if (!job.has(TIMEOUT)) {
			setTimeout(job, PrometheusDuration.parse(this.global.text(TIMEOUT)));
		}
		LIMITS.stream()
			.filter((key) -> this.global.values().containsKey(key) && !job.has(key) && !isExplicitFlag(job, key))
			.forEach((key) -> job.put(key, this.global.get(key)));
		if (!job.isGiven("scrape_protocols")) {
			fillProtocols(job);
		}
		fillSchemes(job);
	}

	private static boolean isExplicitFlag(TypedStruct job, String key) {
		return job.isGiven(key) && job.get(key) instanceof TypedValue.Scalar scalar
				&& scalar.kind() == SchemaType.Kind.BOOL;
	}

	private void fillProtocols(TypedStruct job) {
		if (this.global.has("scrape_protocols")) {
			job.put("scrape_protocols", this.global.get("scrape_protocols"));
		}
		else if (this.version.isAtLeast(2, 49)) {
			job.put("scrape_protocols",
					defaultProtocols(this.version, job.flag("scrape_native_histograms"), job.place()));
		}
	}

	/** The protocols that a version offers to targets when a job names none. */
	static TypedValue defaultProtocols(TargetVersion version, boolean protobufFirst, Place place) {
		Stream<String> text = Stream.of("OpenMetricsText1.0.0", "OpenMetricsText0.0.1", "PrometheusText1.0.0",
				"PrometheusText0.0.4");
		List<TypedValue> items = Stream.concat(protobufFirst ? Stream.of("PrometheusProto") : Stream.of(), text)
			.filter((name) -> version.isAtLeast(3, 0) || !name.equals("PrometheusText1.0.0"))
			.map((name) -> (TypedValue) new TypedValue.Scalar(SchemaType.Kind.STRING, name, place))
			.toList();
		return new TypedValue.Items(items, place);
	}

	private void fillSchemes(TypedStruct job) {
		String validation = "metric_name_validation_scheme";
		String escaping = "metric_name_escaping_scheme";
		boolean ownValidation = job.has(validation);
		if (job.values().containsKey(validation) && !ownValidation) {
			job.put(validation, this.global.get(validation));
		}
		if (!job.values().containsKey(escaping) || job.has(escaping)) {
			return;
		}
		boolean inherits = !(ownValidation && this.version.isAtLeast(3, 7));
		String fallback = this.global.text(escaping).isEmpty() ? escapingOf(this.global) : this.global.text(escaping);
		job.put(escaping, SchemaType.Kind.STRING, inherits ? fallback : escapingOf(job));
	}

	private static String escapingOf(TypedStruct scope) {
		return scope.text("metric_name_validation_scheme").equals("legacy") ? "underscores" : "allow-utf-8";
	}

	private static void orDefault(TypedStruct scope, String key, String text) {
		if (!scope.has(key) && scope.values().get(key) instanceof TypedValue.Scalar scalar) {
			scope.put(key, scalar.kind(), text);
		}
	}

	private static void setTimeout(TypedStruct scope, PrometheusDuration timeout) {
		PrometheusDuration interval = PrometheusDuration.parse(scope.text(INTERVAL));
		String text = ((timeout.compareTo(interval) > 0) ? interval : timeout).toString();
		scope.put(TIMEOUT, SchemaType.Kind.DURATION, text);
	}

}
