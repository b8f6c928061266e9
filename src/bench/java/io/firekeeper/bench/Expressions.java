package io.firekeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Real expressions: those of the corpus where it is beside the checkout, else those of
 * the fixtures.
 */
final class Expressions {

	private static final JsonMapper JSON = new JsonMapper();

	private Expressions() {
	}

	static List<String> read() throws IOException {
		Path corpus = Path.of("../shared/corpus/oracle/expressions.jsonl");
		return Files.exists(corpus) ? read(corpus, "expr")
				: read(Path.of("src/test/resources/promql/expressions.jsonl"), "expression");
	}

	private static List<String> read(Path file, String key) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map((line) -> JSON.readTree(line).get(key).asString()).toList();
		}
	}

}
