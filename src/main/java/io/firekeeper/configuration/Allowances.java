package io.firekeeper.configuration;

import java.util.Map;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Differences between a file and what a replica prints that mean nothing: values that a
 * job inherits and older versions do not print, and the expansion of variables.
 */
final class Allowances {

	private static final Set<String> INHERITED = Set.of("metric_name_validation_scheme", "metric_name_escaping_scheme",
			"convert_classic_histograms_to_nhcb", "always_scrape_classic_histograms", "scrape_failure_log_file");

	private static final Map<String, String> TLS_NUMBERS = Map.of("TLS10", "769", "TLS11", "770", "TLS12", "771",
			"TLS13", "772");

	private static final Pattern VARIABLE = Pattern
		.compile("\\$(?:\\$|\\{\\$\\}|\\{[^}]*\\}|[A-Za-z0-9_]+|[*#@!?-])|[^$]+|\\$");

	private Allowances() {
	}

	/** Whether a key's values mean the same though they differ. */
	static boolean allow(TypedStruct expected, TypedStruct actual, String key) {
		if (key.equals("min_version") || key.equals("max_version")) {
			return actual.text(key).equals(TLS_NUMBERS.get(expected.text(key)));
		}
		if (expected.isGiven(key)) {
			return false;
		}
		return key.equals("token_file_path")
				|| INHERITED.contains(key) && (actual.get(key).isZero() || isDefaultEscaping(expected, actual, key));
	}

	private static boolean isDefaultEscaping(TypedStruct expected, TypedStruct actual, String key) {
		return key.equals("metric_name_escaping_scheme") && !expected.has(key)
				&& !expected.text("metric_name_validation_scheme").equals("legacy")
				&& actual.text(key).equals("allow-utf-8");
	}

	/**
	 * Whether a label's value may become another when variables of the environment are
	 * expanded (always since 3.0, behind a flag before).
	 */
	static boolean mayExpandTo(TypedValue expected, TypedValue actual) {
		if (!(expected instanceof TypedValue.Scalar from) || !(actual instanceof TypedValue.Scalar to)
				|| !from.text().contains("$")) {
			return false;
		}
		StringBuilder pattern = new StringBuilder();
		Matcher matcher = VARIABLE.matcher(from.text());
		while (matcher.find()) {
			pattern.append(expanded(matcher.group()));
		}
		return to.text().equals(from.text())
				|| Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(to.text()).matches();
	}

	private static String expanded(String part) {
		if (part.equals("$$") || part.equals("${$}")) {
			return Pattern.quote("$");
		}
		return part.startsWith("$") ? ".*" : Pattern.quote(part);
	}

}
