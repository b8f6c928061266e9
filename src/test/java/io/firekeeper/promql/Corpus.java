package io.firekeeper.promql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

import io.firekeeper.testing.SharedCorpus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shared corpus of real expressions with the verdicts of real binaries. Tests that
 * need it are skipped where it is not beside the checkout.
 */
final class Corpus {

	private static final JsonMapper JSON = new JsonMapper();

	private Corpus() {
	}

	static List<JsonNode> rows(String name) throws IOException {
		return SharedCorpus.rows(name);
	}

	static List<JsonNode> compressedRows(String name) throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(Files.newInputStream(SharedCorpus.file(name))), StandardCharsets.UTF_8))) {
			return reader.lines().map(JSON::readTree).toList();
		}
	}

	/** A value as JSON shows it: what is no UTF-8 becomes U+FFFD. */
	static String shown(String value) {
		return value.replaceAll("[\\uDC80-\\uDCFF](?<![\\uD800-\\uDBFF].)", "\uFFFD");
	}

	/**
	 * The dialect of a verdict: {@code 2.42}, {@code 3.5}, {@code 3.5x} for all features.
	 */
	static Dialect dialect(String name) {
		String version = name.replace("x", "");
		int dot = version.indexOf('.');
		Dialect dialect = Dialect.of(Integer.parseInt(version.substring(0, dot)),
				Integer.parseInt(version.substring(dot + 1)));
		return name.endsWith("x") ? dialect.with(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS, Feature.DURATION_EXPRESSIONS)
				: dialect;
	}

}
