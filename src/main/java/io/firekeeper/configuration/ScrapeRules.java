package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Rules of scrape jobs and Alertmanagers (prometheus/prometheus
 * {@code config/config.go}).
 */
final class ScrapeRules {

	private static final List<String> PROTOCOLS = List.of("PrometheusProto", "OpenMetricsText0.0.1",
			"OpenMetricsText1.0.0", "PrometheusText0.0.4");

	private ScrapeRules() {
	}

	static void scrape(TypedStruct job, Checking checking) {
		timeout(job, checking);
		protocols(job, checking);
		fallbackProtocol(job, checking);
		escaping(job, checking);
		targets(job, checking);
		Checking scheme = checking.below(job);
		RelabelRules.steps(job, "relabel_configs", scheme);
		RelabelRules.steps(job, "metric_relabel_configs", scheme);
	}

	static void alerting(TypedStruct alerting, Checking checking) {
		RelabelRules.steps(alerting, "alert_relabel_configs", checking);
	}

	static void alertmanager(TypedStruct alertmanager, Checking checking) {
		for (String auth : List.of("basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file")) {
			checking.exclusive(alertmanager, auth, "sigv4");
		}
		targets(alertmanager, checking);
		RelabelRules.steps(alertmanager, "relabel_configs", checking);
		RelabelRules.steps(alertmanager, "alert_relabel_configs", checking);
	}

	/** A timeout longer than the interval; unknown when neither is known here. */
	static void timeout(TypedStruct scope, Checking checking) {
		if (!scope.has("scrape_timeout") || !scope.has("scrape_interval")) {
			return;
		}
		PrometheusDuration timeout = PrometheusDuration.parse(scope.text("scrape_timeout"));
		PrometheusDuration interval = PrometheusDuration.parse(scope.text("scrape_interval"));
		if (timeout.compareTo(interval) > 0) {
			checking.problem("timeout-above-interval", scope.at("scrape_timeout"), timeout.toString(),
					interval.toString());
		}
	}

	static void protocols(TypedStruct scope, Checking checking) {
		if (!scope.isGiven("scrape_protocols")) {
			return;
		}
		if (!scope.has("scrape_protocols")) {
			checking.problem("required", scope.place(), "scrape_protocols");
		}
		Set<String> seen = new HashSet<>();
		for (TypedValue item : scope.items("scrape_protocols")) {
			String protocol = (item instanceof TypedValue.Scalar scalar) ? scalar.text() : "";
			if (!protocols(checking).contains(protocol)) {
				checking.problem("not-one-of", item.place(), protocol, String.join(", ", protocols(checking)));
			}
			else if (!seen.add(protocol.toLowerCase(Locale.ROOT))) {
				checking.problem("repeated-or-empty", item.place(), protocol);
			}
		}
	}

	private static void fallbackProtocol(TypedStruct job, Checking checking) {
		String protocol = job.text("fallback_scrape_protocol");
		if (!protocol.isEmpty() && !protocols(checking).contains(protocol)) {
			checking.problem("not-one-of", job.at("fallback_scrape_protocol"), protocol,
					String.join(", ", protocols(checking)));
		}
	}

	private static List<String> protocols(Checking checking) {
		List<String> known = new ArrayList<>(PROTOCOLS);
		if (checking.isAtLeast(3, 0)) {
			known.add("PrometheusText1.0.0");
		}
		return known;
	}

	private static void escaping(TypedStruct job, Checking checking) {
		if (job.text("metric_name_escaping_scheme").equals("allow-utf-8")
				&& job.text("metric_name_validation_scheme").equals("legacy")) {
			checking.problem("escaping-needs-utf8", job.at("metric_name_escaping_scheme"));
		}
	}

	private static void targets(TypedStruct owner, Checking checking) {
		if (owner.has("relabel_configs")) {
			return;
		}
		owner.structs("static_configs")
			.stream()
			.flatMap((group) -> group.items("targets").stream())
			.filter((target) -> target instanceof TypedValue.Scalar scalar && scalar.text().contains("/"))
			.forEach((target) -> checking.problem("target-with-path", target.place(),
					((TypedValue.Scalar) target).text()));
	}

}
