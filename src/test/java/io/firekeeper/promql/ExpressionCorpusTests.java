package io.firekeeper.promql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verdicts, places of first errors and formats of real Prometheus on real expressions.
 */
class ExpressionCorpusTests {

	private static final List<String> VERSIONS = List.of("2.42", "2.53", "3.5", "3.5x");

	private static final Pattern PLACE = Pattern.compile("(\\d+):(\\d+): parse error: ");

	@Test
	void whenPrometheusGaveAVerdictThenWeAgree() throws IOException {
		List<String> disagreements = new ArrayList<>();
		for (JsonNode row : Corpus.rows("oracle/expressions.jsonl")) {
			for (String version : VERSIONS) {
				String expression = row.get("expr").asString();
				Parsed parsed = PromQl.parse(expression, Corpus.dialect(version));
				boolean accepted = row.get("verdict").get(version).asString().equals("ok");
				if (accepted != parsed.problems().isEmpty()) {
					disagreements.add(version + " " + expression + " " + parsed.problems() + error(row, version));
				}
			}
		}
		assertThat(disagreements).isEmpty();
	}

	@Test
	void whenPrometheusRefusesThenTheFirstProblemStandsAtTheSamePlace() throws IOException {
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		for (JsonNode row : Corpus.rows("oracle/expressions.jsonl")) {
			for (String version : VERSIONS) {
				Matcher place = PLACE.matcher(error(row, version));
				if (place.find()) {
					compared++;
					compare(row.get("expr").asString(), version, place, disagreements);
				}
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(compared).isGreaterThan(1400);
	}

	private static void compare(String expression, String version, Matcher place, List<String> disagreements) {
		Parsed parsed = PromQl.parse(expression, Corpus.dialect(version));
		if (!parsed.problems().isEmpty()) {
			SyntaxProblem problem = parsed.problems().getFirst();
			SourcePosition position = SourcePosition.ofBytes(expression, problem.range().start());
			if (!place.group().startsWith(position.line() + ":" + position.column() + ":")) {
				disagreements.add(version + " " + expression + " " + problem + " " + place.group());
			}
		}
	}

	@Test
	void whenPrometheusFormatsThenWePrintTheSame() throws IOException {
		List<String> disagreements = new ArrayList<>();
		for (JsonNode row : Corpus.rows("oracle/expressions.jsonl")) {
			for (String version : VERSIONS) {
				Dialect dialect = Corpus.dialect(version);
				Expression expression = PromQl.parse(row.get("expr").asString(), dialect).expression();
				JsonNode format = row.path("format");
				String expected = format.isString() ? format.asString() : format.path(version).asString("");
				if (expression != null && !PromQl.prettify(expression, dialect).equals(expected)) {
					disagreements.add(version + " " + row.get("expr").asString() + "\n" + expected + "\n"
							+ PromQl.prettify(expression, dialect));
				}
			}
		}
		assertThat(disagreements).isEmpty();
	}

	private static String error(JsonNode row, String version) {
		JsonNode error = row.path("error");
		return error.isString() ? error.asString() : error.path(version).asString("");
	}

}
