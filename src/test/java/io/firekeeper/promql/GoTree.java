package io.firekeeper.promql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares an expression with a tree of Prometheus' own tests, which are transcribed Go:
 * names of constants and arithmetic on {@code time.Second} stand in it.
 */
final class GoTree {

	private static final Map<String, Double> UNITS = Map.of("time.Millisecond", 1e6, "time.Second", 1e9, "time.Minute",
			60e9, "time.Hour", 3600e9);

	private static final Map<String, String> SYMBOLS = Map.ofEntries(Map.entry("ADD", "+"), Map.entry("SUB", "-"),
			Map.entry("MUL", "*"), Map.entry("DIV", "/"), Map.entry("MOD", "%"), Map.entry("POW", "^"),
			Map.entry("EQLC", "=="), Map.entry("NEQ", "!="), Map.entry("LSS", "<"), Map.entry("LTE", "<="),
			Map.entry("GTR", ">"), Map.entry("GTE", ">="), Map.entry("LAND", "and"), Map.entry("LOR", "or"),
			Map.entry("LUNLESS", "unless"), Map.entry("TRIM_UPPER", "</"), Map.entry("TRIM_LOWER", ">/"),
			Map.entry("ATAN2", "atan2"));

	private final String text;

	private final List<String> differences = new ArrayList<>();

	GoTree(String text) {
		this.text = text;
	}

	List<String> differences(JsonNode expected, Expression actual) {
		compare(expected, actual);
		return this.differences;
	}

	private void compare(JsonNode expected, Expression actual) {
		range(expected, actual.range());
		switch (actual) {
			case NumberLiteral number -> {
				same(expected, "_type", "NumberLiteral");
				same("value", number(expected.get("Val")), number.value());
				same("duration", expected.path("Duration").asBoolean(false), number.duration());
			}
			case StringLiteral string -> same(expected, "Val", Corpus.shown(string.value()));
			case Parentheses parentheses -> child(expected, "ParenExpr", "Expr", parentheses.expression());
			case Unary unary -> {
				same(expected, "Op", unary.minus() ? "SUB" : "ADD");
				child(expected, "UnaryExpr", "Expr", unary.expression());
			}
			case Call call -> call(expected, call);
			case Aggregation aggregation -> aggregation(expected, aggregation);
			case Binary binary -> binary(expected, binary);
			case VectorSelector selector -> selector(expected, selector);
			case MatrixSelector matrix -> {
				same(expected, "_type", "MatrixSelector");
				same("end", expected.get("EndPos").asInt(), bytes(matrix.range().end()));
				duration(expected, "Range", matrix.window());
				selector(expected.get("VectorSelector"), matrix.selector());
			}
			case Subquery subquery -> {
				same("end", expected.get("EndPos").asInt(), bytes(subquery.range().end()));
				duration(expected, "Range", subquery.window());
				duration(expected, "Step", subquery.step());
				duration(expected, "OriginalOffset", subquery.offset());
				at(expected, subquery.at());
				child(expected, "SubqueryExpr", "Expr", subquery.expression());
			}
		}
	}

	private void child(JsonNode expected, String type, String key, Expression actual) {
		same(expected, "_type", type);
		compare(expected.get(key), actual);
	}

	private void call(JsonNode expected, Call call) {
		same(expected, "Func", "MustGetFunction(\"" + call.function().name() + "\")");
		JsonNode arguments = expected.get("Args");
		JsonNode items = arguments.has("items") ? arguments.get("items") : arguments;
		int count = items.isArray() ? items.size() : 0;
		same("arguments", count, call.arguments().size());
		for (int index = 0; index < Math.min(count, call.arguments().size()); index++) {
			compare(items.get(index), call.arguments().get(index));
		}
	}

	private void aggregation(JsonNode expected, Aggregation aggregation) {
		same(expected, "Op", aggregation.operator().name());
		Grouping grouping = aggregation.grouping();
		same("labels", strings(expected.path("Grouping")), (grouping != null) ? grouping.labels() : List.of());
		same("without", expected.path("Without").asBoolean(false), grouping != null && grouping.without());
		compare(expected.get("Expr"), aggregation.expression());
		if (aggregation.parameter() != null) {
			compare(expected.get("Param"), aggregation.parameter());
		}
	}

	private void binary(JsonNode expected, Binary binary) {
		same("operator", Objects.requireNonNull(SYMBOLS.get(expected.get("Op").asString())),
				binary.operator().symbol());
		same("bool", expected.path("ReturnBool").asBoolean(false), binary.returnBool());
		VectorMatching matching = binary.matching();
		same("matching", expected.path("VectorMatching").isObject(), matching != null);
		if (matching != null) {
			JsonNode wanted = expected.get("VectorMatching");
			same("cardinality", wanted.get("Card").asString().toLowerCase(java.util.Locale.ROOT),
					"card" + matching.cardinality().code().replace("-", ""));
			same("on", wanted.path("On").asBoolean(false), matching.on());
			same("labels", strings(wanted.path("MatchingLabels")), matching.labels());
			same("include", strings(wanted.path("Include")), matching.include());
		}
		compare(expected.get("LHS"), binary.left());
		compare(expected.get("RHS"), binary.right());
	}

	private void selector(JsonNode expected, VectorSelector selector) {
		range(expected, selector.range());
		same("name", expected.path("Name").asString(""), Objects.requireNonNullElse(selector.name(), ""));
		int matchers = selector.matchers().size() + ((selector.name() != null) ? 1 : 0);
		same("matchers " + expected.get("LabelMatchers"), expected.get("LabelMatchers").size(), matchers);
		duration(expected, "OriginalOffset", selector.offset());
		at(expected, selector.at());
	}

	private void at(JsonNode expected, @Nullable At at) {
		String timestamp = expected.path("Timestamp").asString("");
		same("timestamp", timestamp.isEmpty() ? null : Long.valueOf(timestamp.replaceAll("[^-0-9]", "").substring(2)),
				(at instanceof At.Timestamp fixed) ? (Object) fixed.milliseconds() : null);
		same("border", expected.path("StartOrEnd").asString(""), (at instanceof At.Border border) ? border.name() : "");
	}

	private void duration(JsonNode expected, String key, @Nullable DurationExpression actual) {
		if (actual instanceof DurationExpression.Literal literal) {
			same(key, nanoseconds(expected.path(key).asString("0")), (double) literal.nanoseconds());
		}
		else {
			same(key, expected.has(key + "Expr"), actual != null);
			if (actual != null) {
				arithmetic(expected.get(key + "Expr"), actual);
			}
		}
	}

	private void arithmetic(JsonNode expected, DurationExpression actual) {
		switch (actual) {
			case DurationExpression.Literal literal -> {
				same("part", number(expected.get("Val")), literal.seconds());
				range(expected, literal.range());
			}
			case DurationExpression.Operation operation -> {
				same("operator", Objects.requireNonNull(SYMBOLS.get(expected.get("Op").asString())),
						operation.operator().symbol());
				same("wrapped", expected.path("Wrapped").asBoolean(false), operation.parenthesized());
				arithmetic(expected.get("LHS"), operation.left());
				arithmetic(expected.get("RHS"), operation.right());
			}
			case DurationExpression.Negation negation -> {
				same(expected, "Op", "SUB");
				same("start", expected.get("StartPos").asInt(), bytes(negation.range().start()));
				arithmetic(expected.get("RHS"), negation.operand());
			}
			case DurationExpression.QueryValue value -> {
				same(expected, "Op", value.kind().name());
				same("end", expected.get("EndPos").asInt(), bytes(value.range().end()));
			}
			case DurationExpression.Extremum extremum -> {
				same(expected, "Op", extremum.maximum() ? "MAX_OF" : "MIN_OF");
				arithmetic(expected.get("LHS"), extremum.left());
				arithmetic(expected.get("RHS"), extremum.right());
			}
		}
	}

	private void range(JsonNode expected, Range actual) {
		if (expected.path("PosRange").isObject()) {
			same("start", expected.get("PosRange").get("Start").asInt(), bytes(actual.start()));
			same("end", expected.get("PosRange").get("End").asInt(), bytes(actual.end()));
		}
	}

	private int bytes(int offset) {
		return this.text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
	}

	private static double number(JsonNode value) {
		return switch (value.asString()) {
			case "math.Inf(1)" -> Double.POSITIVE_INFINITY;
			case "math.Inf(-1)" -> Double.NEGATIVE_INFINITY;
			case "math.NaN()" -> Double.NaN;
			default -> evaluate(value.asString());
		};
	}

	private static double nanoseconds(String value) {
		return evaluate(value);
	}

	private static double evaluate(String value) {
		double sum = 0;
		for (String term : value.split("\\+")) {
			double product = 1;
			for (String factor : term.split("\\*")) {
				String word = factor.trim();
				product *= UNITS.containsKey(word) ? UNITS.get(word) : Double.parseDouble(word);
			}
			sum += product;
		}
		return sum;
	}

	private static List<String> strings(JsonNode node) {
		List<String> strings = new ArrayList<>();
		node.forEach((item) -> strings.add(item.asString()));
		return strings;
	}

	private void same(JsonNode expected, String key, String actual) {
		same(key, expected.path(key).asString(""), actual);
	}

	private void same(String what, @Nullable Object expected, @Nullable Object actual) {
		if (!Objects.equals(expected, actual)) {
			this.differences.add(what + " expected " + expected + " but was " + actual);
		}
	}

}
