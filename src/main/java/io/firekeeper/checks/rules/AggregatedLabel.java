package io.firekeeper.checks.rules;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.analysis.Fate;
import io.firekeeper.promql.analysis.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A label that settings demand aggregations to keep, or to drop.
 *
 * @param label the label
 * @param keep whether it is to be kept
 * @param rules the names of the rules that it is demanded of, or {@code null} for all
 * @param own how bad it is, or {@code null}
 */
record AggregatedLabel(String label, boolean keep, @Nullable RulePattern rules,
		@Nullable Severity own) implements RuleCheck {

	static @Nullable RuleCheck kept(SettingsItem item) {
		return read(item, true);
	}

	static @Nullable RuleCheck dropped(SettingsItem item) {
		return read(item, false);
	}

	private static @Nullable RuleCheck read(SettingsItem item, boolean keep) {
		String label = item.required("label");
		RulePattern rules = item.pattern("rules");
		Severity severity = item.severity();
		return (label != null) ? new AggregatedLabel(label, keep, rules, severity) : null;
	}

	@Override
	public String name() {
		return "aggregated-label";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		boolean concerned = this.rules == null || this.rules.matches(rule.name(), rule);
		if (concerned && !rule.labels().containsKey(this.label)) {
			Set<Range> seen = new HashSet<>();
			for (Outcome outcome : rule.outcomes()) {
				check(rule, outcome, seen, context, report.as(this.own));
			}
		}
	}

	private void check(Rule rule, Outcome outcome, Set<Range> seen, RuleContext context, Report report) {
		Fate fate = outcome.labels().of(this.label);
		Aggregation aggregation = around(rule, outcome);
		if (aggregation == null || fate.isAbsent() != this.keep) {
			return;
		}
		if (!this.keep && seen.add(aggregation.range())) {
			Range place = (aggregation.grouping() != null) ? aggregation.grouping().range() : aggregation.range();
			report.in(place, "kept", rule.name(), this.label, rule.text(place));
		}
		else if (this.keep && MissingLabel.isAggregated(fate) && seen.add(Objects.requireNonNull(fate.range()))) {
			report.fixable(rule.position(fate.range()), KeptLabel.fix(rule, fate, this.label, context), "dropped",
					rule.name(), this.label, rule.text(fate.range()));
		}
	}

	/** The outermost aggregation that the outcome goes through, or {@code null}. */
	private static @Nullable Aggregation around(Rule rule, Outcome outcome) {
		Range inner = outcome.expression().range();
		return rule.parts(Aggregation.class)
			.stream()
			.filter((aggregation) -> !aggregation.operator().keepsSeries())
			.filter((aggregation) -> aggregation.range().start() <= inner.start()
					&& inner.end() <= aggregation.range().end())
			.findFirst()
			.orElse(null);
	}

}
