package io.firekeeper.promql;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The expressions of Prometheus' own evaluation tests: those that succeed are read. */
class EvaluationTableTests {

	@ParameterizedTest
	@CsvSource({ "2.42, 300", "3.14, 1100" })
	void whenPrometheusEvaluatesThenWeRead(String version, int least) throws IOException {
		List<String> disagreements = new ArrayList<>();
		Dialect dialect = Corpus.dialect(version).with(Feature.values());
		int read = 0;
		for (String line : Files
			.readAllLines(SharedCorpus.file("promql-tables/promqltest-exprs-" + version + ".tsv"))) {
			String[] columns = line.split("\t", -1);
			if (columns[3].equals("ok")) {
				read++;
				Parsed parsed = PromQl.parse(unescaped(columns[4]), dialect);
				parsed.problems().forEach((problem) -> disagreements.add(line + " " + problem));
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(read).isGreaterThan(least);
	}

	private static String unescaped(String cell) {
		return cell.replace("\\n", "\n").replace("\\t", "\t");
	}

}
