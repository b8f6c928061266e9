package io.firekeeper.promql.analysis;

import java.util.List;
import java.util.Random;

/** Makes expressions over the series of {@link SeriesPrometheus}. */
final class QueryGenerator {

	private static final List<String> MATCHERS = List.of("job=\"x\"", "job=\"y\"", "job!=\"\"", "zone=\"\"",
			"zone=~\"z.+\"", "zone!~\".+\"", "host=\"h1\"", "host!=\"h1\"", "job=~\"x|y\"", "zone!=\"z1\"");

	private static final List<String> LABELS = List.of("job", "zone", "host", "le", "__name__");

	private static final List<String> FUNCTIONS = List.of("abs", "ceil", "sgn", "sort", "timestamp", "absent",
			"histogram_quantile(0.5, ", "clamp_max(1, ", "minute", "exp", "histogram_count");

	private static final List<String> OVER_TIME = List.of("rate", "max_over_time", "last_over_time", "absent_over_time",
			"present_over_time", "changes", "count_over_time", "delta");

	private static final List<String> AGGREGATIONS = List.of("sum", "min", "max", "avg", "count", "group", "stddev",
			"count_values(\"host\", ", "topk(1, ", "bottomk(2, ", "quantile(0.5, ");

	private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "==", "!=", ">", "<=", "== bool", "and",
			"or", "unless", "or", "and");

	private final Random random;

	QueryGenerator(long seed) {
		this.random = new Random(seed);
	}

	String next() {
		return vector(1 + this.random.nextInt(4));
	}

	private String vector(int depth) {
		if (depth == 0) {
			return leaf();
		}
		return switch (this.random.nextInt(10)) {
			case 0, 1 -> function(depth);
			case 2 -> pick(OVER_TIME) + "(" + matrix(depth) + ")";
			case 3, 4, 5 -> aggregation(depth);
			case 6 -> withNumber(depth);
			case 7 -> labelFunction(depth);
			default -> binary(depth);
		};
	}

	private String leaf() {
		return switch (this.random.nextInt(12)) {
			case 0 -> "vector(" + this.random.nextInt(3) + ")";
			case 1 -> "{__name__=~\"a|b\"" + (this.random.nextBoolean() ? ", " + pick(MATCHERS) : "") + "}";
			default -> selector();
		};
	}

	private String selector() {
		String name = pick(List.of("a", "a", "b", "b", "c", "d", "e", "h_bucket", "nothing"));
		return switch (this.random.nextInt(3)) {
			case 0 -> name + "{" + pick(MATCHERS) + "}";
			case 1 -> name + "{" + pick(MATCHERS) + ", " + pick(MATCHERS) + "}";
			default -> name;
		};
	}

	private String matrix(int depth) {
		return this.random.nextBoolean() ? selector() + "[10s]" : "(" + vector(depth - 1) + ")[4s:1s]";
	}

	private String function(int depth) {
		String function = pick(FUNCTIONS);
		if (function.startsWith("clamp_max")) {
			return this.random.nextBoolean() ? "clamp_max(" + vector(depth - 1) + ", 1)" : "clamp(" + vector(depth - 1)
					+ ", " + this.random.nextInt(2) + ", " + this.random.nextInt(2) + ")";
		}
		return function + (function.endsWith(" ") ? "" : "(") + vector(depth - 1) + ")";
	}

	private String aggregation(int depth) {
		String aggregation = pick(AGGREGATIONS);
		String grouping = switch (this.random.nextInt(4)) {
			case 0 -> "";
			case 1 -> " without (" + labels() + ")";
			default -> " by (" + labels() + ")";
		};
		return aggregation + (aggregation.endsWith(" ") ? "" : "(") + vector(depth - 1) + ")" + grouping;
	}

	private String withNumber(int depth) {
		String operator = pick(OPERATORS.subList(0, 9));
		String number = this.random.nextBoolean() ? "" + this.random.nextInt(3) : "scalar(" + vector(depth - 1) + ")";
		return this.random.nextBoolean() ? "(" + vector(depth - 1) + ") " + operator + " " + number
				: number + " " + operator + " (" + vector(depth - 1) + ")";
	}

	private String labelFunction(int depth) {
		String inner = vector(depth - 1);
		return switch (this.random.nextInt(3)) {
			case 0 -> "label_replace(" + inner + ", \"" + pick(LABELS) + "\", \"" + pick(List.of("v", "$1", ""))
					+ "\", \"" + pick(LABELS) + "\", \"" + pick(List.of("(.*)", "x", ".*", "(.+)")) + "\")";
			case 1 -> "label_join(" + inner + ", \"host\", \"" + pick(List.of("", "-")) + "\", \"job\", \"zone\")";
			default -> "label_join(" + inner + ", \"zone\", \"-\", \"" + pick(LABELS) + "\")";
		};
	}

	private String binary(int depth) {
		String operator = pick(OPERATORS);
		boolean set = List.of("and", "or", "unless").contains(operator);
		String matching = switch (this.random.nextInt(5)) {
			case 0 -> "";
			case 1 -> " ignoring (" + labels() + ")";
			default -> " on (" + labels() + ")";
		};
		if (!set && !matching.isEmpty() && this.random.nextInt(3) > 0) {
			matching += pick(List.of(" group_left", " group_right"))
					+ (this.random.nextBoolean() ? " (" + pick(LABELS.subList(0, 3)) + ")" : "");
		}
		return "(" + vector(depth - 1) + ") " + operator + matching + " (" + vector(depth - 1) + ")";
	}

	private String labels() {
		return switch (this.random.nextInt(6)) {
			case 0 -> "";
			case 1, 2 -> pick(LABELS) + ", job";
			default -> pick(LABELS);
		};
	}

	private String pick(List<String> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
