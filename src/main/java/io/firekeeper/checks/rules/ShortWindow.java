package io.firekeeper.checks.rules;

import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * A window that holds less than two samples: functions that compare samples find nothing
 * to compare, and the rule gives nothing or comes and goes.
 */
final class ShortWindow extends StandingCheck {

	private static final Set<String> COMPARING = Set.of("rate", "irate", "increase", "delta", "idelta", "deriv",
			"predict_linear");

	private static final int SAMPLES = 2;

	private static final int SAFE_SAMPLES = 4;

	ShortWindow() {
		super("short-window", Severity.WARNING);
	}

	@Override
	public boolean looksAtTarget() {
		return true;
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		for (Call call : rule.parts(Call.class)) {
			if (COMPARING.contains(call.function().name())
					&& Parts.bare(call.arguments().getFirst()) instanceof MatrixSelector matrix) {
				check(rule, call, matrix, context, report);
			}
		}
	}

	private static void check(Rule rule, Call call, MatrixSelector matrix, RuleContext context, Report report) {
		Long window = matrix.window().fixedMilliseconds();
		Long interval = interval(matrix.selector(), context);
		boolean plain = matrix.selector().extension() == null;
		if (plain && window != null && interval != null && window < SAMPLES * interval) {
			String safe = text(SAFE_SAMPLES * interval);
			report.fixable(rule.position(matrix.window().range()), Edits.replace(rule, matrix.window().range(), safe),
					"short", call.function().name(), text(window), text(interval), safe);
		}
	}

	/**
	 * How often the series get a sample at most: when no job is named, by the most
	 * frequent.
	 */
	private static @Nullable Long interval(VectorSelector selector, RuleContext context) {
		String metric = selector.metricName();
		if (metric != null && !context.rules().recording(metric).isEmpty()) {
			return context.evaluationInterval(context.rules().recording(metric).getFirst());
		}
		Target target = context.target();
		JobIntervals jobs = target.jobIntervals();
		String job = job(selector);
		if (metric != null && metric.indexOf(':') >= 0) {
			return null;
		}
		Long own = (job != null) ? jobs.of(job) : null;
		if (own != null || target.scrapeInterval() == null) {
			return own;
		}
		return (jobs.shortest() != null) ? jobs.shortest() : target.scrapeInterval();
	}

	private static @Nullable String job(VectorSelector selector) {
		return selector.matchers()
			.stream()
			.filter((matcher) -> matcher.label().equals("job") && matcher.type() == MatchType.EQUAL)
			.map(Matcher::value)
			.findFirst()
			.orElse(null);
	}

	private static String text(long milliseconds) {
		return new PrometheusDuration(milliseconds).toString();
	}

}
