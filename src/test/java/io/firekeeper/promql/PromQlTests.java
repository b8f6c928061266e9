package io.firekeeper.promql;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromQlTests {

	private static final Dialect V2 = Dialect.of(2, 42);

	private static final Dialect V3 = Dialect.of(3, 5);

	private static final Dialect ALL = Dialect.of(3, 14).with(Feature.values());

	@Test
	void whenTextIsReadThenEveryPartKnowsItsPlace() {
		String text = "sum by (job) (rate(foo{a=\"é\"}[5m] offset 1m)) > bool 1";
		Binary binary = (Binary) read(text, V3);
		Aggregation sum = (Aggregation) binary.left();
		MatrixSelector matrix = (MatrixSelector) ((Call) sum.expression()).arguments().getFirst();
		assertThat(binary.operatorRange().in(text)).isEqualTo(">");
		assertThat(Objects.requireNonNull(sum.grouping()).range().in(text)).isEqualTo("by (job)");
		assertThat(matrix.range().in(text)).isEqualTo("foo{a=\"é\"}[5m] offset 1m");
		assertThat(matrix.selector().matchers().getFirst().range().in(text)).isEqualTo("a=\"é\"");
		assertThat(matrix.window().fixedMilliseconds()).isEqualTo(300_000);
		assertThat(binary.type()).isEqualTo(ValueType.VECTOR);
	}

	@Test
	void whenACommentEndsALineThenLinesAndColumnsCount() {
		SyntaxProblem problem = first("up # all\n  + \n  é", V3);
		assertThat(problem.position()).isEqualTo(new SourcePosition(3, 3));
		assertThat(first("{a=\"é\"} !", V3).position()).isEqualTo(new SourcePosition(1, 9));
		assertThat(SourcePosition.ofBytes("{a=\"é\"} !", 8)).isEqualTo(new SourcePosition(1, 10));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					2.42 | x[300]                                | missing-unit     | needs-release[2.54]
					2.42 | {"a.b"}                               | unexpected       | expected-matcher[] needs-release[2.51]
					2.53 | sum by ("a.b") (x)                    | unexpected       | expected-grouping-label[] needs-release[3.0]
					2.53 | limitk(5, x)                          | unknown-function | needs-release-and-feature[2.54, promql-experimental-functions]
					3.5  | holt_winters(x[5m], 0.5, 0.5)         | unknown-function | last-release[2.55]
					3.5  | mad_over_time(x[5m])                  | function-off     | needs-feature[promql-experimental-functions]
					3.5  | x[5m * 2]                             | duration-expressions-off | needs-feature[promql-duration-expr]
					3.5  | rate(x[5m] anchored)                  | unexpected       | needs-release-and-feature[3.7, promql-extended-range-selectors]
					3.5  | a + fill(0) b                         | unknown-function | needs-release-and-feature[3.10, promql-binop-fill-modifiers]
					2.42 | histogram_avg(x)                      | unknown-function | needs-release[2.51]
					3.5  | rats(x[5m])                           | unknown-function | did-you-mean[rate]
					3.5  | label_set(x, "a", "b")                | unknown-function | metricsql-only[label_set]
					3.5  | x keep_metric_names                   | unexpected       | metricsql-only[keep_metric_names]
					3.5  | rate(x)                               | argument-type    | write-window[x[5m]]
					3.5  | sum(x[5m])                            | aggregation-of   | aggregate-over-time[]
					3.5  | rate(x offset 5m [1h])                | offset-before-window | window-first[]
					3.5  | 1 > 0                                 | scalar-comparison-without-bool | write-bool[]
					3.5  | x[5m1h]                               | bad-duration     | duration-units[]
					3.5  | {a=~".*"}                             | selects-everything | name-a-metric[]
					3.5  | x offset foo                          | unexpected       | expected-offset[]
					3.5  | x{a}                                  | unexpected       | expected-matcher-operator[]
					3.5  | x & y                                 | bad-character    | did-you-mean[and]
					""")
	void whenPrometheusRefusesThenTheProblemSaysWhatHelps(String version, String text, String code, String notes) {
		SyntaxProblem problem = first(text, Corpus.dialect(version));
		assertThat(problem.code()).isEqualTo(code);
		assertThat(problem.notes().stream().map((note) -> note.code() + note.arguments()).toList())
			.containsExactly(notes.split(" (?=[a-z-]+\\[)"));
	}

	@Test
	void whenSeveralThingsAreWrongThenEachIsFound() {
		assertThat(codes("rate(x y) + foo(z) + sum(a b)", V3)).containsExactly("unexpected", "unknown-function",
				"unexpected");
		assertThat(codes("x{a=1, b~\"c\", d=\"e\"}", V3)).containsExactly("bad-brace-character");
		assertThat(codes("x{a, b=, d=\"e\"} + y{c}", V3)).containsExactly("unexpected", "unexpected", "unexpected");
		assertThat(codes("rate(x) + sum(y[5m]) + (1 > 2)", V3)).containsExactly("argument-type", "aggregation-of",
				"scalar-comparison-without-bool");
	}

	@Test
	void whenTextIsDeepThenThatIsAProblemAndNothingMore() {
		for (String deep : List.of("(".repeat(100_000), "-".repeat(100_000) + "1", "sum(".repeat(100_000),
				"(".repeat(100_000) + "x" + ")".repeat(100_000), "x[" + "(".repeat(100_000) + "5m")) {
			assertThat(codes(deep, ALL)).isNotEmpty();
		}
		assertThat(codes("(".repeat(300) + "x" + ")".repeat(300), ALL)).containsExactly("too-deep");
		assertThat(codes("x" + " + x".repeat(100_000), ALL)).containsExactly("too-deep");
	}

	@Test
	void whenTheStackIsSmallThenTheDeepestTreesAreReadAndPrinted() throws InterruptedException {
		String chain = "x" + " + x".repeat(ExpressionParser.MOST_LEVELS - 10);
		String nested = "-(".repeat(120) + "x" + ")".repeat(120);
		AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
		Thread thread = new Thread(null, () -> {
			assertThat(PromQl.print(read(chain, ALL), ALL)).isEqualTo(chain);
			assertThat(PromQl.print(read(nested, ALL), ALL)).isEqualTo(nested);
			assertThat(PromQl.prettify(read(chain, ALL), ALL)).contains("\n");
		}, "small", 768 * 1024);
		thread.setUncaughtExceptionHandler((_, ex) -> thrown.set(ex));
		thread.start();
		thread.join();
		assertThat(thrown.get()).isNull();
	}

	@Test
	void whenTextIsRandomThenReadingNeverThrows() {
		Random random = new Random(3);
		String alphabet = "ab 01()[]{}\"'`\\,:@=!~<>+-*/%^#.\nexsmhd_\uFFFD\uD83D\uDE00é\u0000";
		for (int count = 0; count < 50_000; count++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(40); length > 0; length--) {
				text.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			Parsed parsed = PromQl.parse(text.toString(), (count % 2 == 0) ? ALL : V2);
			assertThat(parsed.expression() == null).isEqualTo(!parsed.problems().isEmpty());
		}
	}

	@Test
	void whenAnExpressionIsPrintedThenItReadsAsTheSame() {
		ExpressionGenerator generator = new ExpressionGenerator(11);
		int read = 0;
		for (int count = 0; count < 5000; count++) {
			String text = generator.next();
			Expression expression = PromQl.parse(text, ALL).expression();
			if (expression != null && !isLossy(expression)) {
				read++;
				Expression again = PromQl.parse(PromQl.print(expression, ALL), ALL).expression();
				assertThat((Object) Shape.of(again)).as(text).isEqualTo(Shape.of(expression));
				again = PromQl.parse(PromQl.prettify(expression, ALL), ALL).expression();
				assertThat((Object) Shape.of(again)).as(text).isEqualTo(Shape.of(expression));
			}
		}
		assertThat(read).isGreaterThan(500);
	}

	/**
	 * Prometheus prints no more than milliseconds, nothing for a selector of labels only,
	 * and no sign before the sign of arithmetic ({@code offset +-5m ^ 2}).
	 */
	@Test
	void whenARegexIsLargerThanGoAllowsThenItIsRefused() {
		for (String regex : List.of("((a{10}){10}){11}", "(a{1000}){2}", "(a{2,}){501}", "a{1001}", "(((a{2})*){501})",
				"(".repeat(999) + "a" + ")".repeat(999), "(".repeat(20_000) + "a" + ")".repeat(20_000), "\\\\é")) {
			assertThat(codes("{a=~\"" + regex + "\"}", V3)).as(regex).containsExactly("bad-regex");
		}
		for (String regex : List.of("((a{10}){10}){10}", "x((a{1000}){0}){1000}", "(((a{1000}){1}){1})", "x(a|b*){600}",
				"(".repeat(998) + "a" + ")".repeat(998), "(?P<n>b)(?P<n>c)", "a{b", "[a{1001}]", "\\\\Qa{1001}\\\\E")) {
			assertThat(codes("{a=~\"" + regex + "\"}", V3)).as(regex).isEmpty();
		}
	}

	@Test
	void whenTextIsLongThenNothingOverflows() {
		assertThat(codes("1".repeat(1_000_000), V3)).isNotEmpty();
		assertThat(codes("0".repeat(1_000_000) + "7", V3)).isEmpty();
		assertThat(codes("rate(x[1s" + "+1s".repeat(5000) + "])", ALL)).containsExactly("too-deep");
		Expression chain = read("rate(x[1s" + "+1s".repeat(1000) + "])", ALL);
		assertThat(read(PromQl.print(chain, ALL), ALL).type()).isEqualTo(ValueType.VECTOR);
	}

	private static boolean isLossy(Expression expression) {
		String line = PromQl.print(expression, ALL);
		return line.contains("[0s") || line.contains(", )") || line.contains("offset 0s") || line.contains("offset -0s")
				|| expression.toString().contains("offset=Negation[operand=Operation")
				|| PromQl.parse(line, ALL).expression() == null;
	}

	private static Expression read(String text, Dialect dialect) {
		Parsed parsed = PromQl.parse(text, dialect);
		return Objects.requireNonNull(parsed.expression(), () -> parsed.problems().toString());
	}

	private static SyntaxProblem first(String text, Dialect dialect) {
		return PromQl.parse(text, dialect).problems().getFirst();
	}

	private static List<String> codes(String text, Dialect dialect) {
		return PromQl.parse(text, dialect).problems().stream().map(SyntaxProblem::code).toList();
	}

}
