package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.analysis.Enforcement;
import io.firekeeper.promql.analysis.Outcomes;
import io.firekeeper.promql.analysis.Pairing;
import io.firekeeper.promql.analysis.Selections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text as an expression that is to be analysed and restricted. */
class PromQlAnalysisFuzzTests {

	private static final Dialect DIALECT = Dialect.of(3, 14).with(Feature.values());

	private static final Enforcement TENANT = Enforcement.of("tenant", MatchType.EQUAL, "a");

	@MethodSource("io.firekeeper.fuzz.Seeds#expressions")
	@FuzzTest
	void whenAnExpressionIsReadThenSomethingIsKnownOfItAndItCanBeRestricted(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		Bounds.hold(() -> check(text));
	}

	private static void check(String text) {
		Expression expression = parse(text);
		if (expression == null) {
			return;
		}
		assertThat(Outcomes.of(expression)).isNotEmpty();
		Expression restricted = TENANT.applyTo(expression);
		assertThat(Selections.of(restricted)).hasSizeGreaterThanOrEqualTo(Selections.of(expression).size())
			.allSatisfy((selection) -> assertThat(selection.selector().matchers())
				.anyMatch((matcher) -> matcher.label().equals("tenant") && matcher.value().equals("a")));
		lessMultiplies(pairings(restricted), pairings(expression));
		boolean readsBack = parse(PromQl.print(expression, DIALECT)) != null;
		assertThat(parse(PromQl.print(restricted, DIALECT)) != null).isEqualTo(readsBack);
	}

	/** Fewer series meet in no more ways than more series do. */
	private static void lessMultiplies(List<Pairing> restricted, List<Pairing> pairings) {
		assertThat(restricted).hasSameSizeAs(pairings);
		for (int index = 0; index < pairings.size(); index++) {
			assertThat(restricted.get(index).left().differing()).allMatch(pairings.get(index).left()::mayDiffer);
			assertThat(restricted.get(index).right().differing()).allMatch(pairings.get(index).right()::mayDiffer);
		}
	}

	private static List<Pairing> pairings(Expression expression) {
		List<Pairing> found = new ArrayList<>();
		collect(expression, new Outcomes(), found);
		return found;
	}

	private static void collect(Expression part, Outcomes outcomes, List<Pairing> found) {
		if (part instanceof Binary binary && Pairing.of(binary, outcomes) instanceof Pairing pairing) {
			found.add(pairing);
		}
		part.children().forEach((child) -> collect(child, outcomes, found));
	}

	private static @Nullable Expression parse(String text) {
		return PromQl.parse(text, DIALECT).expression();
	}

}
