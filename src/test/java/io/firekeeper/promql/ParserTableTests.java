package io.firekeeper.promql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of Prometheus' own parser tests: verdicts, places of errors, trees. */
class ParserTableTests {

	private static final Pattern ECHO = Pattern.compile("set operations must always be many-to-many"
			+ "|duration must be greater than 0|no arguments for aggregate expression provided");

	@ParameterizedTest
	@CsvSource({ "2.42", "3.14" })
	void whenPrometheusParsesThenTheTreeIsTheSame(String version) throws IOException {
		List<String> disagreements = new ArrayList<>();
		for (JsonNode row : Corpus.rows("promql-tables/parse-" + version + ".jsonl")) {
			Parsed parsed = PromQl.parse(row.get("input").asString(), Tables.dialect(version, row));
			boolean accepted = row.get("verdict").asString().equals("ok");
			if (accepted != parsed.problems().isEmpty()) {
				disagreements.add(row + "\n" + parsed.problems());
			}
			else if (parsed.expression() != null && row.has("expected_ast")) {
				new GoTree(row.get("input").asString()).differences(row.get("expected_ast"), parsed.expression())
					.forEach((difference) -> disagreements
						.add(row.get("id") + " " + row.get("input") + ": " + difference));
			}
		}
		assertThat(disagreements).isEmpty();
	}

	/** Without those errors of Prometheus that only repeat what was said before. */
	@Test
	void whenPrometheusReportsErrorsThenOursStandAtTheSamePlaces() throws IOException {
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		for (JsonNode row : Corpus.rows("promql-tables/parse-3.14.jsonl")) {
			if (row.has("errors") && row.get("errors").isArray()) {
				compared++;
				compare(row, PromQl.parse(row.get("input").asString(), Tables.dialect("3.14", row)), disagreements);
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(compared).isGreaterThan(70);
	}

	private static void compare(JsonNode row, Parsed parsed, List<String> disagreements) {
		String text = row.get("input").asString();
		List<Integer> expected = new ArrayList<>();
		for (JsonNode error : row.get("errors")) {
			if (expected.isEmpty() || !ECHO.matcher(error.get("err").asString()).find()) {
				expected.add(error.path("start").asInt(0));
			}
		}
		List<Integer> actual = parsed.problems()
			.stream()
			.map((problem) -> bytes(text, problem.range().start()))
			.toList();
		if (!actual.equals(expected)) {
			disagreements.add(row + "\n" + parsed.problems());
		}
	}

	private static int bytes(String text, int offset) {
		return text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
	}

}
