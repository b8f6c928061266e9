package io.firekeeper.promql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of Prometheus' own printer tests. */
class PrinterTableTests {

	@ParameterizedTest
	@CsvSource({ "2.42", "3.14" })
	void whenPrometheusPrintsThenOurLineIsTheSame(String version) throws IOException {
		List<String> disagreements = new ArrayList<>();
		for (JsonNode row : Corpus.rows("promql-tables/print-" + version + ".jsonl")) {
			Dialect dialect = Tables.dialect(version, row);
			Expression expression = PromQl.parse(row.get("input").asString(), dialect).expression();
			String line = (expression != null) ? PromQl.print(expression, dialect) : "";
			if (!line.equals(row.get("canonical").asString())) {
				disagreements.add(row + "\n" + line);
			}
		}
		assertThat(disagreements).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2.42", "3.14" })
	void whenPrometheusSplitsLinesThenWeDoTheSame(String version) throws IOException {
		List<String> disagreements = new ArrayList<>();
		for (JsonNode row : Corpus.rows("promql-tables/prettify-" + version + ".jsonl")) {
			Dialect dialect = Tables.dialect(version, row);
			Parsed parsed = PromQl.parse(row.get("input").asString(), dialect);
			String text = new PrettyPrinter(dialect.release(), row.get("max_characters_per_line").asInt())
				.print(Objects.requireNonNull(parsed.expression(), () -> row + " " + parsed.problems()));
			if (!text.equals(row.get("pretty").asString())) {
				disagreements.add(row + "\n" + text);
			}
		}
		assertThat(disagreements).isEmpty();
	}

}
