package io.firekeeper.promql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What real Prometheus answered to expressions of our own, kept in this project. */
class RecordedExpressionsTests {

	private static final JsonMapper JSON = new JsonMapper();

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5", "3.5x" })
	void whenPrometheusAnsweredThenWeAnswerTheSame(String version) throws IOException {
		List<String> disagreements = new ArrayList<>();
		List<JsonNode> rows = rows();
		for (JsonNode row : rows) {
			String expression = row.get("expression").asString();
			JsonNode answer = row.has("all") ? row.get("all") : row.get(version);
			String actual = answer(expression, Corpus.dialect(version), answer);
			String expected = answer.isString() ? answer.asString() : answer.get("refused").asString();
			if (!actual.equals(expected)) {
				disagreements.add(expression + "\n" + expected + "\n" + actual);
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(rows).hasSizeGreaterThan(250);
	}

	private static String answer(String text, Dialect dialect, JsonNode expected) {
		Parsed parsed = PromQl.parse(text, dialect);
		if (parsed.expression() != null) {
			return Corpus.shown(PromQl.prettify(parsed.expression(), dialect));
		}
		SourcePosition position = SourcePosition.ofBytes(text, parsed.problems().getFirst().range().start());
		return expected.path("refused").asString("").equals("somewhere") ? "somewhere"
				: position.line() + ":" + position.column();
	}

	private static List<JsonNode> rows() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(RecordedExpressionsTests.class.getResourceAsStream("/promql/expressions.jsonl")),
				StandardCharsets.UTF_8))) {
			return reader.lines().map(JSON::readTree).toList();
		}
	}

}
