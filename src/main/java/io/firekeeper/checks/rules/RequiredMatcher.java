package io.firekeeper.checks.rules;

import java.util.Objects;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * A label that settings demand every selector to say something about.
 *
 * @param label the label
 * @param metric the metrics that it is demanded for, or {@code null} for all
 * @param function the functions within which it is demanded, or {@code null} for
 * everywhere
 * @param own how bad it is, or {@code null}
 */
record RequiredMatcher(String label, @Nullable RulePattern metric, @Nullable RulePattern function,
		@Nullable Severity own) implements RuleCheck {

	static @Nullable RuleCheck read(SettingsItem item) {
		String label = item.required("label");
		RulePattern metric = item.pattern("metric");
		RulePattern function = item.pattern("function");
		Severity severity = item.severity();
		return (label != null) ? new RequiredMatcher(label, metric, function, severity) : null;
	}

	@Override
	public String name() {
		return "required-matcher";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		selectors(rule).distinct()
			.filter((selector) -> concerns(selector, rule) && !names(selector))
			.forEach((selector) -> report.as(this.own)
				.in(selector.range(), "missing", rule.text(selector.range()), this.label));
	}

	private Stream<VectorSelector> selectors(Rule rule) {
		if (this.function == null) {
			return rule.parts(VectorSelector.class).stream();
		}
		RulePattern wanted = this.function;
		return rule.parts(Call.class)
			.stream()
			.filter((call) -> wanted.matches(call.function().name(), rule))
			.flatMap((call) -> Parts.of(call, VectorSelector.class).stream());
	}

	private boolean concerns(VectorSelector selector, Rule rule) {
		RulePattern wanted = this.metric;
		return wanted == null || Stream
			.concat(Stream.ofNullable(selector.name()),
					selector.matchers().stream().filter(Matcher::isOnName).map(Matcher::value))
			.filter(Objects::nonNull)
			.allMatch((name) -> wanted.matches(name, rule));
	}

	private boolean names(VectorSelector selector) {
		return selector.matchers().stream().anyMatch((matcher) -> matcher.label().equals(this.label));
	}

}
