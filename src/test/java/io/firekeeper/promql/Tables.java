package io.firekeeper.promql;

import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

/** The tables of Prometheus' own parser tests. */
final class Tables {

	private static final Map<String, Feature> OPTIONS = Map.of("experimental-functions",
			Feature.PROMQL_EXPERIMENTAL_FUNCTIONS, "duration-expr", Feature.DURATION_EXPRESSIONS,
			"extended-range-selectors", Feature.EXTENDED_RANGE_SELECTORS, "binop-fill-modifiers",
			Feature.FILL_MODIFIERS);

	private Tables() {
	}

	static Dialect dialect(String version, JsonNode row) {
		Dialect dialect = Corpus.dialect(version);
		for (JsonNode option : row.get("parser_options")) {
			dialect = dialect.with(Objects.requireNonNull(OPTIONS.get(option.asString())));
		}
		return dialect;
	}

}
