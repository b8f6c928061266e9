package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Objects;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.analysis.Fate;
import io.firekeeper.promql.analysis.Outcome;
import io.firekeeper.promql.analysis.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * Finds why a label is missing from what an expression gives.
 */
final class MissingLabel {

	private MissingLabel() {
	}

	/**
	 * Why some of the results certainly lack a label, or {@code null} when all of them
	 * may have it.
	 */
	static @Nullable Fate of(Rule rule, String label) {
		return of(rule.outcomes(), label);
	}

	/** The same of an expression that is not the rule's own. */
	static @Nullable Fate of(Expression expression, String label) {
		return of(Outcomes.of(expression), label);
	}

	private static @Nullable Fate of(List<Outcome> outcomes, String label) {
		for (Outcome outcome : outcomes) {
			Fate fate = outcome.labels().of(label);
			if (!outcome.isDead() && fate.isAbsent()) {
				return fate;
			}
		}
		return null;
	}

	/** Whether an aggregation takes the label away. */
	static boolean isAggregated(Fate fate) {
		return fate.reason() == Fate.Reason.AGGREGATED || fate.reason() == Fate.Reason.NOT_IN_BY
				|| fate.reason() == Fate.Reason.IN_WITHOUT;
	}

	/** The part of the rule's expression that makes it so. */
	static String fragment(Rule rule, Fate fate) {
		Range range = Objects.requireNonNull(fate.range());
		return rule.parts(Binary.class)
			.stream()
			.filter((binary) -> binary.operatorRange().equals(range))
			.map((binary) -> rule.text(new Range(range.start(), binary.right().range().start())).strip())
			.findFirst()
			.orElseGet(() -> rule.text(range));
	}

	/** Whether the rule sets a label that a template of another one reads. */
	static boolean isOwn(Rule rule, AlertText text, String label) {
		boolean itself = text.label() && text.name().equals(label);
		return !itself && rule.labels().containsKey(label);
	}

}
