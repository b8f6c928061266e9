package io.firekeeper.promql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The trees that real Prometheus 3.5 answers for real expressions. */
class SyntaxTreeCorpusTests {

	private static final Dialect DIALECT = Corpus.dialect("3.5x");

	@Test
	void whenPrometheusAnswersATreeThenOursIsTheSame() throws IOException {
		JsonMapper json = new JsonMapper();
		Map<String, String> texts = new HashMap<>();
		Corpus.rows("oracle/expressions.jsonl")
			.forEach((row) -> texts.put(row.get("id").asString(), row.get("expr").asString()));
		List<String> disagreements = new ArrayList<>();
		List<JsonNode> rows = Corpus.compressedRows("oracle/ast-3.5x.jsonl.gz");
		for (JsonNode row : rows) {
			String text = Objects.requireNonNull(texts.get(row.get("id").asString()));
			Expression expression = PromQl.parse(text, DIALECT).expression();
			JsonNode tree = (expression != null) ? json.readTree(json.writeValueAsString(ApiTree.of(expression)))
					: json.nullNode();
			if (!tree.equals(row.get("ast"))) {
				disagreements.add(text + "\n" + row.get("ast") + "\n" + tree);
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(rows).hasSizeGreaterThan(4000);
	}

}
