package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.Shape;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text as an expression. */
class PromQlFuzzTests {

	private static final Dialect OLDEST = Dialect.of(2, 40);

	private static final Dialect NEWEST = Dialect.of(3, 14).with(Feature.values());

	@MethodSource("io.firekeeper.fuzz.Seeds#expressions")
	@FuzzTest
	void whenAnExpressionIsReadThenItIsRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		Bounds.hold(() -> check(text, OLDEST, PromQlFuzzTests::assertStable));
		Bounds.hold(() -> check(text, NEWEST, PromQlFuzzTests::assertSame));
	}

	private static void check(String text, Dialect dialect, BiConsumer<Expression, Parsed> comparison) {
		Parsed parsed = PromQl.parse(text, dialect);
		if (parsed.expression() == null) {
			assertThat(parsed.problems()).isNotEmpty().allSatisfy((problem) -> {
				assertThat(problem.range().start()).isBetween(0, text.length());
				assertThat(problem.range().end()).isBetween(problem.range().start(), text.length());
			});
			return;
		}
		assertThat(parsed.problems()).isEmpty();
		for (String printed : List.of(PromQl.print(parsed.expression(), dialect),
				PromQl.prettify(parsed.expression(), dialect))) {
			Parsed again = PromQl.parse(printed, dialect);
			if (!isTooShort(again)) {
				assertThat(again.problems()).as(printed).isEmpty();
				comparison.accept(parsed.expression(), again);
			}
		}
	}

	/** Prometheus prints whole milliseconds, so that a shorter window is none. */
	private static boolean isTooShort(Parsed again) {
		return again.problems().stream().anyMatch((problem) -> problem.code().equals("empty-duration"));
	}

	/** Old releases lose a little when they print, but only once. */
	private static void assertStable(Expression expression, Parsed again) {
		assertThat(PromQl.print(Objects.requireNonNull(again.expression()), OLDEST))
			.isEqualTo(PromQl.print(expression, OLDEST));
	}

	private static void assertSame(Expression expression, Parsed again) {
		assertThat(Shape.of(again.expression())).isEqualTo(Shape.of(expression));
	}

}
