package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads and prints PromQL. */
public final class PromQl {

	private PromQl() {
	}

	/**
	 * Reads an expression as a Prometheus of that dialect does. Never throws, whatever
	 * the text: what is wrong with it is in the answer.
	 */
	public static Parsed parse(String text, Dialect dialect) {
		Problems problems = new Problems(text);
		Expression expression = read(text, dialect, problems);
		if (problems.isEmpty()) {
			return new Parsed(expression, List.of());
		}
		return new Parsed(null, new Hints(text, dialect, (other) -> isValid(text, other)).hinted(problems.list()));
	}

	private static boolean isValid(String text, Dialect dialect) {
		Problems problems = new Problems(text);
		read(text, dialect, problems);
		return problems.isEmpty();
	}

	/**
	 * Prints an expression on one line as a Prometheus of that dialect does, for example
	 * as {@code query} in {@code /api/v1/rules}. Comments are lost.
	 */
	public static String print(Expression expression, Dialect dialect) {
		StringBuilder text = new StringBuilder();
		new Printer(text, dialect.release()).print(expression);
		return text.toString();
	}

	/**
	 * Prints an expression on several lines as {@code /api/v1/format_query} of a
	 * Prometheus of that dialect does: what is longer than 100 bytes is split.
	 */
	public static String prettify(Expression expression, Dialect dialect) {
		return new PrettyPrinter(dialect.release(), PrettyPrinter.LINE).print(expression);
	}

	static @Nullable Expression read(String text, Dialect dialect, Problems problems) {
		ExpressionParser parser = new ExpressionParser(text, new Grammar(dialect), problems);
		Expression expression = parser.parse();
		if (expression != null && problems.isEmpty()) {
			new TypeChecker(text, problems, parser.misplaced(), parser.closings()).check(expression);
			limit(expression, parser.deepest(), problems);
		}
		return expression;
	}

	private static void limit(Expression expression, int levels, Problems problems) {
		if (levels > ExpressionParser.MOST_LEVELS && problems.isEmpty()) {
			problems.add(expression.range(), "too-deep", Integer.toString(ExpressionParser.MOST_LEVELS));
		}
	}

}
