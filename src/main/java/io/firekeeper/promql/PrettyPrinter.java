package io.firekeeper.promql;

import java.util.List;

/**
 * Prints an expression on several lines as {@code /api/v1/format_query} does
 * (prometheus/prometheus {@code promql/parser/prettier.go}).
 */
final class PrettyPrinter {

	/** What a line may have, in bytes, in {@code /api/v1/format_query}. */
	static final int LINE = 100;

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private final Printer printer;

	private final Release release;

	private final int line;

	PrettyPrinter(Release release, int line) {
		this.printer = new Printer(this.text, release);
		this.release = release;
		this.line = line;
	}

	String print(Expression expression) {
		print(expression, 0);
		return this.text.toString();
	}

	private void print(Expression expression, int depth) {
		switch (expression) {
			case Subquery subquery -> subquery(subquery, depth);
			case Unary unary -> unary(unary, depth);
			case Aggregation aggregation when isLong(aggregation) -> aggregation(aggregation, depth);
			case Binary binary when isLong(binary) -> binary(binary, depth);
			case Call call when isLong(call) -> call(call, depth);
			case Parentheses parentheses when isLong(parentheses) -> parentheses(parentheses, depth);
			default -> {
				indent(depth);
				this.printer.print(expression);
			}
		}
	}

	private boolean isLong(Expression expression) {
		StringBuilder one = new StringBuilder();
		new Printer(one, this.release).print(expression);
		return one.length() > this.line || bytes(one) > this.line;
	}

	private static int bytes(CharSequence text) {
		return text.codePoints()
			.map((codePoint) -> (codePoint < 0x80) ? 1
					: (codePoint < 0x800) ? 2 : Character.isBmpCodePoint(codePoint) ? 3 : 4)
			.sum();
	}

	private void indent(int depth) {
		this.text.append(INDENT.repeat(depth));
	}

	private void aggregation(Aggregation aggregation, int depth) {
		indent(depth);
		this.printer.head(aggregation);
		this.text.append("(\n");
		if (aggregation.parameter() != null) {
			print(aggregation.parameter(), depth + 1);
			this.text.append(",\n");
		}
		print(aggregation.expression(), depth + 1);
		close(depth);
	}

	private void close(int depth) {
		this.text.append('\n');
		indent(depth);
		this.text.append(')');
	}

	private void binary(Binary binary, int depth) {
		print(binary.left(), depth + 1);
		this.text.append('\n');
		indent(depth);
		this.printer.operator(binary);
		this.text.append('\n');
		print(binary.right(), depth + 1);
	}

	private void call(Call call, int depth) {
		indent(depth);
		this.text.append(call.function().name()).append("(\n");
		List<Expression> arguments = call.arguments();
		for (int index = 0; index < arguments.size(); index++) {
			this.text.append((index > 0) ? ",\n" : "");
			print(arguments.get(index), depth + 1);
		}
		close(depth);
	}

	private void parentheses(Parentheses parentheses, int depth) {
		indent(depth);
		this.text.append("(\n");
		print(parentheses.expression(), depth + 1);
		close(depth);
	}

	/** A short subquery has no indent; so Prometheus prints it. */
	private void subquery(Subquery subquery, int depth) {
		if (isLong(subquery)) {
			print(subquery.expression(), depth);
			this.printer.tail(subquery);
		}
		else {
			this.printer.print(subquery);
		}
	}

	private void unary(Unary unary, int depth) {
		indent(depth);
		this.text.append(unary.minus() ? '-' : '+');
		int start = this.text.length();
		print(unary.expression(), depth);
		int end = start;
		while (end < this.text.length() && Character.isWhitespace(this.text.charAt(end))) {
			end++;
		}
		this.text.delete(start, end);
	}

}
