package io.firekeeper.configuration;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules across the sections of prometheus.yml. */
final class ConfigurationRules {

	private static final Pattern PATH = Pattern.compile("[^*]*(\\*[^/]*)?", Pattern.DOTALL);

	private ConfigurationRules() {
	}

	static void check(TypedStruct configuration, boolean whole, Checking checking) {
		if (configuration.get("global") instanceof TypedStruct global) {
			ScrapeRules.globalSchemes(global, !whole || configuration.has("scrape_configs"), checking);
		}
		paths(configuration, "rule_files", checking);
		paths(configuration, "scrape_config_files", checking);
		unique(configuration, "scrape_configs", "job_name", "duplicate-job", checking);
		unique(configuration, "remote_write", "name", "duplicate-name", checking);
		unique(configuration, "remote_read", "name", "duplicate-name", checking);
		translation(configuration, checking);
	}

	/** Values of a key that must not stand twice in a list. */
	static void unique(TypedStruct owner, String list, String key, String code, Checking checking) {
		Set<String> seen = new HashSet<>();
		for (TypedStruct item : owner.structs(list)) {
			if (item.has(key) && !seen.add(item.text(key))) {
				checking.problem(code, item.at(key), item.text(key));
			}
		}
	}

	private static void paths(TypedStruct configuration, String key, Checking checking) {
		for (TypedValue item : configuration.items(key)) {
			if (item instanceof TypedValue.Scalar path && !PATH.matcher(path.text()).matches()) {
				checking.problem("bad-file-pattern", path.place(), path.text());
			}
		}
	}

	private static void translation(TypedStruct configuration, Checking checking) {
		boolean legacy = configuration.get("global") instanceof TypedStruct global
				&& global.text("metric_name_validation_scheme").equals("legacy");
		if (legacy && configuration.get("otlp") instanceof TypedStruct otlp
				&& Set.of("NoTranslation", "NoUTF8EscapingWithSuffixes").contains(otlp.text("translation_strategy"))) {
			checking.problem("translation-needs-utf8", otlp.at("translation_strategy"),
					otlp.text("translation_strategy"));
		}
	}

}
