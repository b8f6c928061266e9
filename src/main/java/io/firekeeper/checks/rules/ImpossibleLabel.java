package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.VectorMatching;
import io.firekeeper.promql.analysis.Fate;
import io.firekeeper.promql.analysis.Outcome;
import io.firekeeper.promql.analysis.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * A label that an expression groups by, matches on or takes from the other side although
 * it is certainly not there.
 */
final class ImpossibleLabel implements RuleCheck {

	@Override
	public String name() {
		return "impossible-label";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (expression != null) {
			Parts.of(expression, Aggregation.class).forEach((aggregation) -> grouped(rule, aggregation, report));
			Parts.of(expression, Binary.class).forEach((binary) -> matched(rule, binary, report));
		}
	}

	private static void grouped(Rule rule, Aggregation aggregation, Report report) {
		Grouping grouping = aggregation.grouping();
		if (grouping != null && !grouping.without()) {
			report(rule, "by", grouping.labels(), grouping.range(), aggregation.expression(), report);
		}
	}

	private static void matched(Rule rule, Binary binary, Report report) {
		VectorMatching matching = binary.matching();
		if (matching == null) {
			return;
		}
		if (matching.on() && binary.operator() != BinaryOperator.OR) {
			report(rule, "on", matching.labels(), binary.operatorRange(), binary.left(), report);
			report(rule, "on", matching.labels(), binary.operatorRange(), binary.right(), report);
		}
		boolean right = matching.cardinality() == Cardinality.ONE_TO_MANY;
		report(rule, "include", matching.include(), binary.operatorRange(), right ? binary.left() : binary.right(),
				report);
	}

	private static void report(Rule rule, String code, List<String> labels, Range place, Expression inner,
			Report report) {
		List<Outcome> outcomes = labels.isEmpty() ? List.of()
				: Outcomes.of(inner).stream().filter((outcome) -> !outcome.isDead()).toList();
		for (String label : labels) {
			Fate fate = missingEverywhere(outcomes, label);
			if (fate != null && fate.reason() != Fate.Reason.NUMBER) {
				report.in(place, code, label, MissingLabel.fragment(rule, fate));
			}
		}
	}

	private static @Nullable Fate missingEverywhere(List<Outcome> outcomes, String label) {
		List<Fate> fates = outcomes.stream().map((outcome) -> outcome.labels().of(label)).toList();
		return (!fates.isEmpty() && fates.stream().allMatch(Fate::isAbsent)) ? fates.getFirst() : null;
	}

}
