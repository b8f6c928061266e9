package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * What metrics are: as recording rules make them, or as names say
 * (prometheus.io/docs/practices/naming, OpenMetrics suffixes).
 */
final class MetricKinds {

	private static final Set<String> RATES = Set.of("rate", "irate", "increase", "delta", "idelta", "deriv",
			"predict_linear");

	private static final List<String> COUNTERS = List.of("_total", "_bucket");

	private static final List<String> GAUGES = List.of("_info", "_timestamp_seconds", "_celsius", "_ratio");

	/** What is counted one by one; other names with {@code _total} may be of amounts. */
	private static final Pattern EVENTS = Pattern.compile(".*_(requests|errors|failures|failed|success|successes"
			+ "|retries|timeouts|hits|misses|drops|dropped|packets|events|messages|operations|calls|queries|restarts"
			+ "|restart|evictions|exceptions|panics|rejections|rejected)_total");

	private final RuleContext context;

	MetricKinds(RuleContext context) {
		this.context = context;
	}

	/** The type of a metric, or {@code null} when it is not known. */
	@Nullable MetricType of(String metric) {
		List<Rule> recording = this.context.rules().recording(metric);
		if (!recording.isEmpty()) {
			return recording.stream().allMatch(MetricKinds::recordsRate) ? MetricType.GAUGE : null;
		}
		return (metric.indexOf(':') < 0) ? byName(metric) : null;
	}

	/** Whether a metric is a counter beyond doubt: names alone often mislead. */
	boolean isSurelyCounter(String metric) {
		return this.context.rules().recording(metric).isEmpty() && metric.endsWith("_total")
				&& EVENTS.matcher(metric).matches();
	}

	private static @Nullable MetricType byName(String metric) {
		if (COUNTERS.stream().anyMatch(metric::endsWith)) {
			return MetricType.COUNTER;
		}
		return (metric.equals("up") || GAUGES.stream().anyMatch(metric::endsWith)) ? MetricType.GAUGE : null;
	}

	private static boolean recordsRate(Rule rule) {
		Expression expression = rule.expression();
		return expression != null && isRate(expression);
	}

	private static boolean isRate(Expression expression) {
		return switch (Parts.bare(expression)) {
			case Call call -> RATES.contains(call.function().name());
			case Aggregation aggregation -> isRate(aggregation.expression());
			case Binary binary -> isRate(binary.left()) && isRate(binary.right());
			default -> false;
		};
	}

	/**
	 * The aggregation of a counter that a rule records as the series, or {@code null}.
	 */
	@Nullable Aggregation aggregatedCounter(String metric) {
		for (Rule rule : this.context.rules().recording(metric)) {
			Expression expression = rule.expression();
			if (expression != null && Parts.bare(expression) instanceof Aggregation aggregation
					&& !aggregation.operator().keepsSeries() && isCounter(aggregation.expression())) {
				return aggregation;
			}
		}
		return null;
	}

	private boolean isCounter(Expression expression) {
		return Parts.bare(expression) instanceof VectorSelector selector && selector.metricName() instanceof String name
				&& of(name) == MetricType.COUNTER;
	}

	/** The types that matter to checks. */
	enum MetricType {

		/** Only rises, but for restarts. */
		COUNTER,

		/** Rises and falls. */
		GAUGE

	}

}
