package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.policies.Variable;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.MatrixSelector;

/**
 * The name of a recorded series against the convention {@code level:metric:operations}
 * (prometheus.io/docs/practices/rules): without a colon it cannot be told from a scraped
 * metric, and a window in the name that the expression does not have misleads.
 */
final class RecordName extends StandingCheck {

	private static final Pattern WINDOW = Pattern.compile(".*(?<![a-z])(rate|irate|increase)_?(\\d+(?:ms|[smhdwy]))");

	RecordName() {
		super("record-name", Severity.INFO);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		if (rule.isAlert() || Variable.occursIn(rule.name())) {
			return;
		}
		if (rule.name().indexOf(':') < 0) {
			report.at(rule.title().position(), "no-level", rule.name());
		}
		Matcher matcher = WINDOW.matcher(rule.name());
		if (matcher.matches()) {
			List<Long> windows = windows(rule, matcher.group(1));
			PrometheusDuration named = PrometheusDuration.orNull(matcher.group(2));
			if (named != null && windows.size() == 1 && windows.getFirst() != named.milliseconds()) {
				report.at(rule.title().position(), "window", rule.name(), matcher.group(2),
						new PrometheusDuration(windows.getFirst()).toString());
			}
		}
	}

	private static List<Long> windows(Rule rule, String function) {
		return rule.parts(Call.class)
			.stream()
			.filter((call) -> call.function().name().equals(function))
			.flatMap((call) -> Parts.of(call, MatrixSelector.class).stream())
			.map((matrix) -> matrix.window().fixedMilliseconds())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

}
