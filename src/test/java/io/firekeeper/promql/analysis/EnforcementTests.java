package io.firekeeper.promql.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.PromQl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class EnforcementTests {

	private static final Dialect DIALECT = Dialect.of(3, 14)
		.with(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS, Feature.EXTENDED_RANGE_SELECTORS, Feature.FILL_MODIFIERS);

	private static final Enforcement TENANT = Enforcement.of("tenant", MatchType.EQUAL, "a");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			up                                    | up{tenant="a"}
			rate(x{job="y"}[5m])                  | rate(x{job="y",tenant="a"}[5m])
			{"a.b", tenant="b"}                   | {__name__="a.b",tenant="a",tenant="b"}
			sum_over_time(rate(x[5m])[1h:1m])     | sum_over_time(rate(x{tenant="a"}[5m])[1h:1m])
			quantile(scalar(y), x)                | quantile(scalar(y{tenant="a"}), x{tenant="a"})
			info(x)                               | info(x{tenant="a"}, {tenant="a"})
			info(x, {job="y"})                    | info(x{tenant="a"}, {job="y",tenant="a"})
			absent(x) or -y @ start()             | absent(x{tenant="a"}) or -y{tenant="a"} @ start()
			1 + time()                            | 1 + time()
			""")
	void whenAnExpressionIsRestrictedThenEverySelectorIs(String text, String restricted) {
		assertThat(PromQl.print(TENANT.applyTo(parse(text)), DIALECT)).isEqualTo(restricted);
	}

	@Test
	void whenRealExpressionsAreRestrictedThenTheyReadBackAndNoSelectorIsForgotten() throws IOException {
		int selectors = 0;
		for (String text : recorded()) {
			Expression restricted = TENANT.applyTo(parse(text));
			String printed = PromQl.print(restricted, DIALECT);
			Expression again = parse(printed);
			assertThat(PromQl.print(again, DIALECT)).isEqualTo(printed);
			List<Selection> found = Selections.of(again);
			assertThat(found).allSatisfy((selection) -> assertThat(selection.selector().matchers())
				.anyMatch((matcher) -> matcher.label().equals("tenant") && matcher.value().equals("a")));
			selectors += found.size();
		}
		assertThat(selectors).isGreaterThan(50);
	}

	private static List<String> recorded() throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(EnforcementTests.class.getResourceAsStream("/promql/expressions.jsonl")),
				StandardCharsets.UTF_8))) {
			return lines.lines()
				.map((line) -> new JsonMapper().readTree(line).get("expression").asString())
				.filter(EnforcementTests::readsBack)
				.toList();
		}
	}

	/**
	 * What is printed loses parts of a millisecond, after which a few do not read back.
	 */
	private static boolean readsBack(String text) {
		Expression expression = PromQl.parse(text, DIALECT).expression();
		if (expression == null) {
			return false;
		}
		String printed = PromQl.print(expression, DIALECT);
		Expression again = PromQl.parse(printed, DIALECT).expression();
		return again != null && PromQl.print(again, DIALECT).equals(printed);
	}

	private static Expression parse(String text) {
		return Objects.requireNonNull(PromQl.parse(text, DIALECT).expression(), text);
	}

}
