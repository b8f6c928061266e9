package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatrixSelector;

/**
 * The name of a recorded series against the convention {@code level:metric:operations}
 * (prometheus.io/docs/practices/rules): without a colon it cannot be told from a scraped
 * metric, and a window in the name that the expression does not have misleads.
 */
final class RecordName implements RuleCheck {

	private static final Pattern WINDOW = Pattern.compile(".*(?<![a-z])(rate|irate|increase)_?(\\d+(?:ms|[smhdwy]))");

	@Override
	public String name() {
		return "record-name";
	}

	@Override
	public Severity severity() {
		return Severity.INFO;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (rule.isAlert()) {
			return;
		}
		if (rule.name().indexOf(':') < 0) {
			report.at(rule.title().position(), "no-level", rule.name());
		}
		Matcher matcher = WINDOW.matcher(rule.name());
		Expression expression = rule.expression();
		if (expression != null && matcher.matches()) {
			List<Long> windows = windows(expression, matcher.group(1));
			long named = PrometheusDuration.parse(matcher.group(2)).milliseconds();
			if (windows.size() == 1 && windows.getFirst() != named) {
				report.at(rule.title().position(), "window", rule.name(), matcher.group(2),
						new PrometheusDuration(windows.getFirst()).toString());
			}
		}
	}

	private static List<Long> windows(Expression expression, String function) {
		return Parts.of(expression, Call.class)
			.filter((call) -> call.function().name().equals(function))
			.flatMap((call) -> Parts.of(call, MatrixSelector.class))
			.map((matrix) -> matrix.window().fixedMilliseconds())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

}
