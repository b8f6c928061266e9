package io.firekeeper.configuration;

import java.util.HashSet;
import java.util.Set;

/**
 * Rules of {@code global}, {@code storage}, {@code tracing} and {@code otlp}
 * (prometheus/prometheus {@code config/config.go}).
 */
final class GlobalRules {

	private static final double HUNDRED = 100;

	private GlobalRules() {
	}

	static void global(TypedStruct global, Checking checking) {
		if (global.get("external_labels") instanceof TypedValue.Entries labels) {
			Checking scheme = checking.below(global);
			labels.entries().forEach((name, value) -> externalLabel(name, value, scheme));
		}
		ScrapeRules.timeout(global, checking);
		ScrapeRules.protocols(global, checking);
	}

	private static void externalLabel(String name, TypedValue value, Checking checking) {
		if (!LabelNames.isLabel(name, checking.unicode())) {
			checking.problem("not-label-name", value.place(), name);
		}
		if (value instanceof TypedValue.Scalar scalar && !LabelNames.isValue(scalar.text())) {
			checking.problem("not-label-value", value.place(), name);
		}
	}

	static void retention(TypedStruct retention, Checking checking) {
		if (retention.text("size").startsWith("-")) {
			checking.problem("negative", retention.at("size"), "size");
		}
		if (retention.has("percentage")) {
			double percentage = Double.parseDouble(retention.text("percentage"));
			if (percentage < 0 || percentage > HUNDRED) {
				checking.problem("not-percentage", retention.at("percentage"), retention.text("percentage"));
			}
		}
	}

	static void tracing(TypedStruct tracing, Checking checking) {
		HttpClientRules.headers(tracing, "headers", checking);
	}

	static void otlp(TypedStruct otlp, Checking checking) {
		if (otlp.flag("promote_all_resource_attributes")) {
			checking.exclusive(otlp, "promote_all_resource_attributes", "promote_resource_attributes");
			attributes(otlp, "ignore_resource_attributes", checking);
		}
		else {
			checking.needs(otlp, "ignore_resource_attributes", "promote_all_resource_attributes");
			attributes(otlp, "promote_resource_attributes", checking);
		}
	}

	private static void attributes(TypedStruct otlp, String key, Checking checking) {
		Set<String> seen = new HashSet<>();
		for (TypedValue item : otlp.items(key)) {
			String attribute = (item instanceof TypedValue.Scalar scalar) ? scalar.text().strip() : "";
			if (attribute.isEmpty() || !seen.add(attribute)) {
				checking.problem("repeated-or-empty", item.place(), attribute);
			}
		}
	}

}
