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

	private static final String VALIDATION = "metric_name_validation_scheme";

	private static final String ESCAPING = "metric_name_escaping_scheme";

	private ScrapeRules() {
	}

	static void scrape(TypedStruct job, Checking checking) {
		timeout(job, checking);
		protocols(job, checking);
		fallbackProtocol(job, checking);
		schemes(job, checking);
		certificate(job, checking);
		Checking scheme = checking.below(job);
		int problems = checking.problems().size();
		RelabelRules.steps(job, "relabel_configs", scheme);
		RelabelRules.steps(job, "metric_relabel_configs", scheme);
		if (checking.problems().size() == problems) {
			TargetRules.ofJob(job, scheme);
		}
	}

	/**
	 * Before {@link HttpClientRules} checks it on reading, a job with half a client
	 * certificate keeps the whole configuration from being applied (prometheus/prometheus
	 * 2.42 {@code cmd/promtool/main.go}, {@code checkTLSConfig}).
	 */
	private static void certificate(TypedStruct job, Checking checking) {
		if (!checking.hasLibrariesOf(2, 45) && job.get("tls_config") instanceof TypedStruct tls) {
			checking.needs(tls, "cert_file", "key_file");
			checking.needs(tls, "key_file", "cert_file");
		}
	}

	static void alerting(TypedStruct alerting, Checking checking) {
		RelabelRules.steps(alerting, "alert_relabel_configs", checking);
	}

	static void alertmanager(TypedStruct alertmanager, Checking checking) {
		for (String auth : List.of("basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file")) {
			checking.exclusive(alertmanager, auth, "sigv4");
		}
		int problems = checking.problems().size();
		RelabelRules.steps(alertmanager, "relabel_configs", checking);
		RelabelRules.steps(alertmanager, "alert_relabel_configs", checking);
		if (checking.problems().size() == problems) {
			TargetRules.ofAlertmanager(alertmanager, checking);
		}
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

	/**
	 * The schemes of {@code global}: until 3.6, and the escaping still today, they are
	 * looked at only where a job takes them over.
	 */
	static void globalSchemes(TypedStruct global, boolean takenOver, Checking checking) {
		if (takenOver || checking.isAtLeast(3, 6)) {
			oneOf(global, VALIDATION, checking, "", "legacy", "utf8");
		}
		if (takenOver) {
			oneOf(global, ESCAPING, checking, "", "allow-utf-8", "underscores", "dots", "values");
		}
	}

	private static void schemes(TypedStruct job, Checking checking) {
		if (!checking.isAtLeast(3, 4)) {
			return;
		}
		oneOf(job, VALIDATION, checking, "", "legacy", "utf8");
		oneOf(job, ESCAPING, checking, "", "allow-utf-8", "underscores", "dots", "values");
		if (job.text(ESCAPING).equals("allow-utf-8") && job.text(VALIDATION).equals("legacy")) {
			checking.problem("escaping-needs-utf8", job.at(ESCAPING));
		}
	}

	private static void oneOf(TypedStruct scope, String key, Checking checking, String... values) {
		if (!List.of(values).contains(scope.text(key)) && scope.isGiven(key)) {
			checking.problem("not-one-of", scope.at(key), scope.text(key),
					String.join(", ", List.of(values).subList(1, values.length)));
		}
	}

}
