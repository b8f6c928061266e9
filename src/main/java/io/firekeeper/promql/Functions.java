package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The functions that any known release has (prometheus/prometheus
 * {@code promql/parser/functions.go}, v2.40.0 to v3.14.0).
 */
public final class Functions {

	/**
	 * A line each: signature, result, and when it came, became stable and went. In
	 * brackets stands what may be left out or repeated: {@code [x]} once, {@code [x]9} up
	 * to nine times, {@code [x]*} any number of times.
	 */
	private static final String TABLE = """
			abs(vector) vector
			absent(vector) vector
			absent_over_time(matrix) vector
			acos(vector) vector
			acosh(vector) vector
			asin(vector) vector
			asinh(vector) vector
			atan(vector) vector
			atanh(vector) vector
			avg_over_time(matrix) vector
			ceil(vector) vector
			changes(matrix) vector
			clamp(vector, scalar, scalar) vector
			clamp_max(vector, scalar) vector
			clamp_min(vector, scalar) vector
			cos(vector) vector
			cosh(vector) vector
			count_over_time(matrix) vector
			day_of_month([vector]) vector
			day_of_week([vector]) vector
			day_of_year([vector]) vector
			days_in_month([vector]) vector
			deg(vector) vector
			delta(matrix) vector
			deriv(matrix) vector
			double_exponential_smoothing(matrix, scalar, scalar) vector since 3.0 experimental
			end() scalar since 3.12 experimental
			exp(vector) vector
			first_over_time(matrix) vector since 3.7 stable 3.14
			floor(vector) vector
			histogram_avg(vector) vector since 2.51
			histogram_count(vector) vector
			histogram_fraction(scalar, scalar, vector) vector
			histogram_quantile(scalar, vector) vector
			histogram_quantiles(vector, string, scalar, [scalar]9) vector since 3.11 experimental
			histogram_stddev(vector) vector since 2.47
			histogram_stdvar(vector) vector since 2.47
			histogram_sum(vector) vector
			holt_winters(matrix, scalar, scalar) vector until 3.0
			hour([vector]) vector
			idelta(matrix) vector
			increase(matrix) vector
			info(vector, [vector]) vector since 2.55 experimental
			irate(matrix) vector
			label_join(vector, string, string, [string]*) vector
			label_replace(vector, string, string, string, string) vector
			last_over_time(matrix) vector
			ln(vector) vector
			log10(vector) vector
			log2(vector) vector
			mad_over_time(matrix) vector since 2.49 experimental
			max_of(scalar, scalar) scalar since 3.13 experimental
			max_over_time(matrix) vector
			min_of(scalar, scalar) scalar since 3.13 experimental
			min_over_time(matrix) vector
			minute([vector]) vector
			month([vector]) vector
			pi() scalar
			predict_linear(matrix, scalar) vector
			present_over_time(matrix) vector
			quantile_over_time(scalar, matrix) vector
			rad(vector) vector
			range() scalar since 3.12 experimental
			rate(matrix) vector
			resets(matrix) vector
			round(vector, [scalar]) vector
			scalar(vector) scalar
			sgn(vector) vector
			sin(vector) vector
			sinh(vector) vector
			sort(vector) vector
			sort_by_label(vector, [string]*) vector since 2.49 experimental
			sort_by_label_desc(vector, [string]*) vector since 2.49 experimental
			sort_desc(vector) vector
			sqrt(vector) vector
			start() scalar since 3.12 experimental
			start_timestamp(vector) vector since 3.14 experimental
			stddev_over_time(matrix) vector
			stdvar_over_time(matrix) vector
			step() scalar since 3.12 experimental
			sum_over_time(matrix) vector
			tan(vector) vector
			tanh(vector) vector
			time() scalar
			timestamp(vector) vector
			ts_of_first_over_time(matrix) vector since 3.7 experimental
			ts_of_last_over_time(matrix) vector since 3.5 experimental
			ts_of_max_over_time(matrix) vector since 3.5 experimental
			ts_of_min_over_time(matrix) vector since 3.5 experimental
			vector(scalar) vector
			year([vector]) vector
			""";

	private static final Map<String, Function> ALL = TABLE.lines()
		.map(Functions::read)
		.collect(Collectors.toUnmodifiableMap(Function::name, UnaryOperator.identity()));

	private Functions() {
	}

	/** Every function of every release by name. */
	public static Map<String, Function> all() {
		return ALL;
	}

	/** The functions that a dialect can call. */
	public static Map<String, Function> of(Dialect dialect) {
		return ALL.values()
			.stream()
			.filter((function) -> function.isIn(dialect.release()) && isEnabled(function, dialect))
			.collect(Collectors.toUnmodifiableMap(Function::name, UnaryOperator.identity()));
	}

	/** The function of a name in any release, or null. */
	public static @Nullable Function find(String name) {
		return ALL.get(name);
	}

	static boolean isEnabled(Function function, Dialect dialect) {
		return !function.isExperimentalIn(dialect.release()) || dialect.has(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS);
	}

	private static Function read(String line) {
		int open = line.indexOf('(');
		int close = line.indexOf(')');
		String[] words = line.substring(close + 2).split(" ");
		Map<String, Release> life = life(words);
		Release since = life.getOrDefault("since", Release.OLDEST);
		boolean experimental = words[words.length - 1].equals("experimental");
		String arguments = line.substring(open + 1, close);
		return new Function(line.substring(0, open), types(arguments), variadic(arguments), type(words[0]), since,
				life.get("until"), experimental ? null : life.getOrDefault("stable", since));
	}

	private static Map<String, Release> life(String[] words) {
		Map<String, Release> life = new HashMap<>();
		for (int index = 1; index + 1 < words.length; index += 2) {
			int dot = words[index + 1].indexOf('.');
			life.put(words[index], new Release(Integer.parseInt(words[index + 1].substring(0, dot)),
					Integer.parseInt(words[index + 1].substring(dot + 1))));
		}
		return life;
	}

	private static List<ValueType> types(String arguments) {
		List<ValueType> types = new ArrayList<>();
		for (String argument : arguments.isEmpty() ? new String[0] : arguments.split(", ")) {
			types.add(type(argument.replaceAll("\\[|\\].*", "")));
		}
		return types;
	}

	private static int variadic(String arguments) {
		int bracket = arguments.indexOf(']');
		if (bracket < 0) {
			return 0;
		}
		String times = arguments.substring(bracket + 1);
		return times.isEmpty() ? 1 : times.equals("*") ? -1 : Integer.parseInt(times);
	}

	private static ValueType type(String word) {
		return ValueType.valueOf(word.toUpperCase(Locale.ROOT));
	}

}
