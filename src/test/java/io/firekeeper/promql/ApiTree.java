package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** An expression as {@code /api/v1/parse_query} of Prometheus 3.5 answers it. */
final class ApiTree {

	private ApiTree() {
	}

	static Map<String, @Nullable Object> of(Expression expression) {
		Map<String, @Nullable Object> node = new LinkedHashMap<>();
		switch (expression) {
			case NumberLiteral number -> {
				node.put("type", "numberLiteral");
				node.put("val", NumberSyntax.plain(number.value()));
			}
			case StringLiteral string -> {
				node.put("type", "stringLiteral");
				node.put("val", Corpus.shown(string.value()));
			}
			case Parentheses parentheses -> {
				node.put("type", "parenExpr");
				node.put("expr", of(parentheses.expression()));
			}
			case Unary unary -> {
				node.put("type", "unaryExpr");
				node.put("op", unary.minus() ? "-" : "+");
				node.put("expr", of(unary.expression()));
			}
			case Call call -> call(node, call);
			case Aggregation aggregation -> aggregation(node, aggregation);
			case Binary binary -> binary(node, binary);
			case VectorSelector selector -> {
				node.put("type", "vectorSelector");
				selector(node, selector);
			}
			case MatrixSelector matrix -> {
				node.put("type", "matrixSelector");
				selector(node, matrix.selector());
				node.put("range", milliseconds(matrix.window()));
			}
			case Subquery subquery -> {
				node.put("type", "subquery");
				node.put("expr", of(subquery.expression()));
				node.put("range", milliseconds(subquery.window()));
				node.put("step", milliseconds(subquery.step()));
				time(node, subquery.offset(), subquery.at());
			}
		}
		return node;
	}

	private static void call(Map<String, @Nullable Object> node, Call call) {
		Function function = call.function();
		node.put("type", "call");
		node.put("args", call.arguments().stream().map(ApiTree::of).toList());
		node.put("func",
				Map.of("name", function.name(), "argTypes", function.arguments().stream().map(ValueType::code).toList(),
						"returnType", function.result().code(), "variadic", function.variadic()));
	}

	private static void aggregation(Map<String, @Nullable Object> node, Aggregation aggregation) {
		node.put("type", "aggregation");
		node.put("op", aggregation.operator().symbol());
		node.put("expr", of(aggregation.expression()));
		node.put("param", (aggregation.parameter() != null) ? of(aggregation.parameter()) : null);
		node.put("grouping", (aggregation.grouping() != null) ? aggregation.grouping().labels() : List.of());
		node.put("without", aggregation.grouping() != null && aggregation.grouping().without());
	}

	private static void binary(Map<String, @Nullable Object> node, Binary binary) {
		node.put("type", "binaryExpr");
		node.put("op", binary.operator().symbol());
		node.put("bool", binary.returnBool());
		node.put("lhs", of(binary.left()));
		node.put("rhs", of(binary.right()));
		VectorMatching matching = binary.matching();
		node.put("matching", (matching != null) ? Map.of("card", matching.cardinality().code(), "include",
				matching.include(), "labels", matching.labels(), "on", matching.on()) : null);
	}

	private static void selector(Map<String, @Nullable Object> node, VectorSelector selector) {
		List<Map<String, String>> matchers = new ArrayList<>();
		selector.matchers()
			.forEach((matcher) -> matchers.add(matcher(matcher.label(), matcher.type(), matcher.value())));
		if (selector.name() != null) {
			matchers.add(matcher(Matcher.METRIC_NAME, MatchType.EQUAL, selector.name()));
		}
		node.put("name", (selector.name() != null) ? selector.name() : "");
		node.put("matchers", matchers);
		time(node, selector.offset(), selector.at());
	}

	private static Map<String, String> matcher(String label, MatchType type, String value) {
		return Map.of("name", label, "type", type.symbol(), "value", value);
	}

	private static void time(Map<String, @Nullable Object> node, @Nullable DurationExpression offset, @Nullable At at) {
		node.put("offset", milliseconds(offset));
		node.put("timestamp", (at instanceof At.Timestamp timestamp) ? timestamp.milliseconds() : null);
		node.put("startOrEnd",
				(at instanceof At.Border border) ? border.name().toLowerCase(java.util.Locale.ROOT) : null);
	}

	private static long milliseconds(@Nullable DurationExpression duration) {
		return (duration instanceof DurationExpression.Literal literal) ? literal.milliseconds() : 0;
	}

}
