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
import org.jspecify.annotations.Nullable;

/**
 * A label that an expression groups by, matches on or takes from the other side although
 * it is certainly not there.
 */
final class ImpossibleLabel extends StandingCheck {

	ImpossibleLabel() {
		super("impossible-label", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		rule.parts(Aggregation.class).forEach((aggregation) -> grouped(rule, aggregation, report));
		rule.parts(Binary.class).forEach((binary) -> matched(rule, binary, report));
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
				: rule.outcomes(inner).stream().filter((outcome) -> !outcome.isDead()).toList();
		for (String label : labels) {
			Fate fate = missingEverywhere(outcomes, label);
			if (fate != null && fate.reason() != Fate.Reason.NUMBER) {
				report.in(place, code, label, MissingLabel.fragment(rule, fate));
			}
		}
	}

	private static @Nullable Fate missingEverywhere(List<Outcome> outcomes, String label) {
		Fate first = null;
		for (Outcome outcome : outcomes) {
			Fate fate = outcome.labels().of(label);
			if (!fate.isAbsent()) {
				return null;
			}
			first = (first != null) ? first : fate;
		}
		return first;
	}

}
