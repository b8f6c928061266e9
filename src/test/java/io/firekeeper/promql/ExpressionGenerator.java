package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes expressions of all constructs of all releases, the same for the same seed: most
 * of them fit by their types, and some are slightly broken.
 */
final class ExpressionGenerator {

	private static final Pattern PIECE = Pattern.compile("\\w+|\\s+|\"[^\"]*\"|.", Pattern.DOTALL);

	private static final List<String> NAMES = List.of("up", "foo", "http_requests_total", "job:rate:sum5m", ":a", "b:",
			"sum", "min", "by", "offset", "and", "start", "end", "step", "range", "fill", "max_of", "anchored",
			"limitk", "without", "group", "Inf_x", "nan1", "e5", "_", "topk", "smoothed", "unless", "count_values");

	private static final List<String> LABELS = List.of("job", "instance", "le", "__name__", "by", "on", "bool", "sum",
			"offset", "group_left", "_x1", "start", "atan2", "and", "without", "limitk", "step", "inf");

	private static final List<String> DURATIONS = List.of("5m", "1h", "30s", "1d", "1w", "1y", "90d", "1h30m", "1m5s",
			"500ms", "1w2d3h4m5s6ms", "0s", "1m1h", "5", "300", "0.5", "1.5", "24h", "60m", "7d", "365d", "3600",
			"0x10", "1e3", "0.0004", "293y", "00", "1_000", "5m5m", "1h1ms", "10s5m");

	private static final List<String> NUMBERS = List.of("0", "1", "2", "10", "0.5", "1e6", "1e-10", "1e21", "123456789",
			"0x1F", "0XaB", "017", "08", "5.", ".5", "Inf", "inf", "NaN", "nan", "1_000", "1e+3", "0.1", "3.14159",
			"1e400", "100000000000000000000", "0.00001234", "1_2.3_4", "9007199254740993", "5m", "1h30m", "0x_1", "1e5",
			"99999", "1234567", "0.0001", "6.02e23", "4.9e-324", "1.7976931348623157e308", "0b1", "1e", "._5");

	private static final List<String> STRINGS = List.of("\"\"", "\"a\"", "'b'", "`c`", "\"a.*\"", "\".+\"", "\"a|b\"",
			"'it\\'s'", "\"q\\\"q\"", "`r\\d+`", "\"\\n\\t\"", "\"\\xff\"", "\"\\xe7\\x82\\xac\"", "\"\\u70ac\"",
			"\"炬\"", "\"\\U0001F600\"", "\"\\101\"", "\"😀\"", "'\"'", "\"é\"", "\"a.b\"", "\"foo bar\"", "\"[\"",
			"\"(a\"", "\"a{2,1}\"", "\"\\\\d\"", "\"\\d\"", "\"\\u00a0\"", "\"\\u200b\"", "`multi\nline`", "\"(?i)x\"",
			"\"[[:alpha:]]\"", "\"\\x\"", "\"\\400\"", "\"\\ud800\"", "'\\\"'", "\"^$\"", "\"x*\"", "\"\\\\p{L}+\"",
			"\"(?P<n>a)\"", "\"a**\"", "\"\\\\8\"", "\"\\\\Qa.b\\\\E\"");

	private static final List<String> WORDS = List.of("(", ")", "{", "}", "[", "]", ",", "+", "-", "*", "/", "%", "^",
			"==", "!=", "<", ">=", "=~", "!~", "=", "@", ":", "by", "on", "bool", "offset", "and", "or", "unless",
			"sum", "5m", "1", "\"a\"", "up", "group_left", "ignoring", "start", "end", "atan2", "without", "inf",
			"#c\n", ".", "!", "&", "step()", "anchored", "fill", "</", ">/", "'", "\"", "`", "\\", "é", "\n", "@ end()",
			"[5m]", "[5m:]", "smoothed", "min", "max_of", "range", "0x", "1e", "5mm", "{}", "()", "sum by", "\uFFFD");

	private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">",
			">=", "and", "or", "unless", "atan2", "AND", "Or", "Atan2");

	private static final List<String> AGGREGATIONS = List.of("sum", "avg", "count", "min", "max", "group", "stddev",
			"stdvar", "SUM", "Avg");

	private static final List<String> SCALAR_AGGREGATIONS = List.of("topk", "bottomk", "quantile", "limitk",
			"limit_ratio", "TOPK");

	private static final List<String> SPACES = List.of(" ", "  ", "\n", "\t", " # comment\n", "\r\n");

	private final Random random;

	private final List<Function> functions;

	private int budget;

	ExpressionGenerator(long seed) {
		this.random = new Random(seed);
		this.functions = Functions.all().values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
	}

	String next() {
		this.budget = 1 + this.random.nextInt(12);
		String expression = switch (this.random.nextInt(10)) {
			case 0 -> scalar();
			case 1 -> string();
			case 2 -> matrix();
			default -> vector();
		};
		return chance(40) ? broken(expression) : expression;
	}

	private String broken(String expression) {
		List<String> pieces = new ArrayList<>(PIECE.matcher(expression).results().map(MatchResult::group).toList());
		for (int count = 1 + this.random.nextInt(4); count > 0 && !pieces.isEmpty(); count--) {
			int index = this.random.nextInt(pieces.size());
			switch (this.random.nextInt(4)) {
				case 0 -> pieces.remove(index);
				case 1 -> pieces.add(index, pick(WORDS));
				case 2 -> pieces.set(index, pick(WORDS));
				default -> pieces.add(index, pieces.get(this.random.nextInt(pieces.size())));
			}
		}
		return String.join("", pieces);
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private <T> T pick(List<T> items) {
		return items.get(this.random.nextInt(items.size()));
	}

	private String space() {
		return chance(15) ? pick(SPACES) : " ";
	}

	private String maybe(int percent, Supplier<String> text) {
		return chance(percent) ? text.get() : "";
	}

	private boolean isSpent() {
		return --this.budget < 0;
	}

	private String scalar() {
		if (isSpent()) {
			return number();
		}
		return switch (this.random.nextInt(9)) {
			case 0 -> "(" + scalar() + ")";
			case 1 -> pick(List.of("-", "+")) + maybe(20, this::space) + scalar();
			case 2 -> scalar() + space() + pick(List.of("+", "-", "*", "/", "^", "%")) + space() + scalar();
			case 3 -> scalar() + " " + pick(List.of("==", "<", ">=")) + " bool " + scalar();
			case 4 -> "scalar(" + vector() + ")";
			case 5 ->
				pick(List.of("time()", "pi()", "time( )", "start()", "end()", "step()", "range()", "max_of(1, 2)"));
			default -> number();
		};
	}

	private String number() {
		return pick(NUMBERS);
	}

	private String string() {
		return pick(STRINGS);
	}

	private String vector() {
		if (isSpent()) {
			return selector();
		}
		return switch (this.random.nextInt(16)) {
			case 0, 1 -> selector();
			case 2 -> "(" + maybe(20, this::space) + vector() + ")";
			case 3 -> pick(List.of("-", "+", "- ", "--")) + vector();
			case 4, 5, 6 -> binary();
			case 7, 8, 9 -> aggregation();
			case 10 -> "rate(" + matrix() + ")";
			default -> call();
		};
	}

	private String selector() {
		return series() + modifiers();
	}

	private String series() {
		if (chance(15)) {
			return braces();
		}
		return pick(NAMES) + maybe(50, () -> maybe(10, this::space) + braces());
	}

	private String braces() {
		List<String> matchers = new ArrayList<>();
		for (int count = this.random.nextInt(4); count > 0; count--) {
			matchers.add(matcher());
		}
		return "{" + maybe(10, this::space) + String.join("," + maybe(30, this::space), matchers) + maybe(10, () -> ",")
				+ "}";
	}

	private String matcher() {
		if (chance(6)) {
			return string();
		}
		String label = chance(6) ? string() : pick(LABELS);
		return label + maybe(10, this::space) + pick(List.of("=", "=", "!=", "=~", "!~")) + string();
	}

	private String modifiers() {
		StringBuilder modifiers = new StringBuilder();
		if (chance(15)) {
			modifiers.append(offset());
		}
		if (chance(8)) {
			modifiers.append(at());
		}
		if (chance(3)) {
			modifiers.append(pick(List.of(" anchored", " smoothed")));
		}
		if (chance(4)) {
			modifiers.append(offset());
		}
		return modifiers.toString();
	}

	private String offset() {
		return space() + pick(List.of("offset", "OFFSET")) + space() + maybe(25, () -> pick(List.of("-", "- ", "+")))
				+ offsetLength();
	}

	private String offsetLength() {
		return chance(15) ? length(2) : pick(DURATIONS);
	}

	private String at() {
		return " @" + maybe(80, this::space) + pick(List.of("1234", "1234.5678", "-5", "+3.3", "start()", "end()",
				"START()", "0", "1e20", "1603774568", "5m", "Inf", "0.0005", "-0.0005", "start", "start(1)", "\"x\""));
	}

	/** A length of time, sometimes with arithmetic. */
	private String length(int depth) {
		if (depth == 0 || chance(40)) {
			return pick(DURATIONS);
		}
		return switch (this.random.nextInt(8)) {
			case 0 -> "(" + length(depth - 1) + ")";
			case 1 -> pick(List.of("-", "+")) + length(depth - 1);
			case 2 ->
				pick(List.of("step()", "range()", "max_of(1m, step())", "min_of(5, 1h)", "min(1m,2m)", "max(1s, 2)"));
			default -> length(depth - 1) + maybe(70, this::space) + pick(List.of("+", "-", "*", "/", "%", "^"))
					+ maybe(70, this::space) + length(depth - 1);
		};
	}

	private String window() {
		return chance(12) ? length(2) : pick(DURATIONS);
	}

	private String matrix() {
		if (chance(30)) {
			String inner = chance(50) ? "(" + vector() + ")" : vector();
			return inner + "[" + window() + maybe(5, this::space) + ":" + maybe(50, this::window) + "]" + modifiers();
		}
		return series() + maybe(4, this::modifiers) + maybe(10, this::space) + "[" + maybe(8, this::space) + window()
				+ maybe(8, this::space) + "]" + modifiers();
	}

	private String binary() {
		String operator = chance(4) ? pick(List.of("</", ">/")) : pick(OPERATORS);
		String left = chance(20) ? scalar() : vector();
		String right = chance(20) ? scalar() : vector();
		return left + space() + operator + maybe(15, () -> " bool") + maybe(35, this::matching) + space() + right;
	}

	private String matching() {
		String matching = " " + pick(List.of("on", "ignoring", "ON")) + maybe(50, this::space) + labels();
		matching += maybe(40, () -> " " + pick(List.of("group_left", "group_right", "GROUP_LEFT"))
				+ maybe(60, () -> maybe(50, this::space) + labels()));
		return matching
				+ maybe(5, () -> pick(List.of(" fill (0)", " fill_left(-1)", " fill_right (5m) fill_left (1)")));
	}

	private String labels() {
		List<String> labels = new ArrayList<>();
		for (int count = this.random.nextInt(3); count > 0; count--) {
			labels.add(chance(6) ? string() : chance(4) ? pick(NAMES) : pick(LABELS));
		}
		return "(" + String.join(", ", labels) + maybe(8, () -> ",") + ")";
	}

	private String aggregation() {
		String clause = pick(List.of("by", "without", "BY")) + maybe(60, this::space) + labels();
		String body = aggregationBody();
		return switch (this.random.nextInt(3)) {
			case 0 -> body.replaceFirst("\\(", " " + java.util.regex.Matcher.quoteReplacement(clause) + " (");
			case 1 -> body + space() + clause;
			default -> body;
		};
	}

	private String aggregationBody() {
		return switch (this.random.nextInt(8)) {
			case 0, 1 -> pick(SCALAR_AGGREGATIONS) + "(" + scalar() + "," + maybe(70, this::space) + vector() + ")";
			case 2 -> "count_values(" + string() + ", " + vector() + ")";
			default -> pick(AGGREGATIONS) + maybe(20, this::space) + "(" + vector() + ")";
		};
	}

	private String call() {
		Function function = pick(this.functions);
		List<String> arguments = new ArrayList<>();
		int most = Math.min(function.maximumArguments(), function.minimumArguments() + 2);
		int count = function.minimumArguments() + this.random.nextInt(most - function.minimumArguments() + 1);
		count += chance(4) ? pick(List.of(-1, 1)) : 0;
		for (int index = 0; index < count; index++) {
			ValueType type = function.arguments().isEmpty() ? ValueType.SCALAR : function.argument(index);
			arguments.add(value(chance(4) ? pick(List.of(ValueType.values())) : type));
		}
		String name = chance(2) ? function.name().toUpperCase(Locale.ROOT) : function.name();
		return name + maybe(8, this::space) + "(" + String.join("," + maybe(80, this::space), arguments)
				+ maybe(2, () -> ",") + ")";
	}

	private String value(ValueType type) {
		return switch (type) {
			case SCALAR -> scalar();
			case VECTOR -> vector();
			case MATRIX -> matrix();
			case STRING -> string();
		};
	}

}
