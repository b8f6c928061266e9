package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.VectorMatching;
import org.jspecify.annotations.Nullable;

/**
 * A label that {@code group_left} or {@code group_right} takes from the other side
 * although the rest of the expression takes it away again, unused, or although the series
 * have it already.
 */
final class UnusedInclude extends StandingCheck {

	UnusedInclude() {
		super("unused-include", Severity.INFO);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (expression != null) {
			look(expression, null, rule, report);
		}
	}

	private static void look(Expression part, @Nullable Way way, Rule rule, Report report) {
		Way inside = new Way(part, way);
		if (part instanceof Binary binary && binary.matching() instanceof VectorMatching matching) {
			for (String label : matching.include()) {
				if (inside.loses(label)) {
					report.in(binary.operatorRange(), "lost", label);
				}
				else if (isOnManySide(rule, binary, matching, label)) {
					report.in(binary.operatorRange(), "replaced", label);
				}
			}
		}
		part.children().forEach((child) -> look(child, inside, rule, report));
	}

	private static boolean isOnManySide(Rule rule, Binary binary, VectorMatching matching, String label) {
		Expression many = (matching.cardinality() == Cardinality.ONE_TO_MANY) ? binary.right() : binary.left();
		return rule.outcomes(many).stream().allMatch((outcome) -> outcome.labels().of(label).value() != null);
	}

	/** What becomes of a label on its way out. */
	private enum Step {

		KEPT, USED, LOST

	}

	/**
	 * A part of an expression with what is around it.
	 *
	 * @param part the part
	 * @param around what is around, or {@code null} when it is the whole
	 */
	private record Way(Expression part, @Nullable Way around) {

		boolean loses(String label) {
			Way outer = this.around;
			if (outer == null) {
				return false;
			}
			Step step = step(outer.part(), label);
			return step == Step.LOST || step == Step.KEPT && outer.loses(label);
		}

		private Step step(Expression outer, String label) {
			return switch (outer) {
				case Aggregation aggregation -> aggregated(aggregation, label);
				case Call call -> called(call, label);
				case Binary binary when binary.matching() instanceof VectorMatching matching ->
					matched(binary, matching, label);
				default -> Step.KEPT;
			};
		}

		private static Step aggregated(Aggregation aggregation, String label) {
			Grouping grouping = aggregation.grouping();
			if (grouping != null && !grouping.without() && grouping.labels().contains(label)) {
				return Step.USED;
			}
			boolean kept = grouping != null && grouping.without() && !grouping.labels().contains(label);
			return (kept || aggregation.operator().keepsSeries()) ? Step.KEPT : Step.LOST;
		}

		private static Step called(Call call, String label) {
			boolean named = call.arguments()
				.stream()
				.anyMatch((argument) -> argument instanceof StringLiteral text && text.value().equals(label));
			return named ? Step.USED : Builtins.isAbsence(call) ? Step.LOST : Step.KEPT;
		}

		private Step matched(Binary binary, VectorMatching matching, String label) {
			if (matching.on() == matching.labels().contains(label)) {
				return Step.USED;
			}
			boolean left = binary.left() == this.part;
			return switch (binary.operator()) {
				case OR -> Step.KEPT;
				case AND, UNLESS -> left ? Step.KEPT : Step.LOST;
				default -> isKept(matching, left, label) ? Step.KEPT : Step.LOST;
			};
		}

		private static boolean isKept(VectorMatching matching, boolean left, String label) {
			return switch (matching.cardinality()) {
				case MANY_TO_ONE -> left != matching.include().contains(label);
				case ONE_TO_MANY -> left == matching.include().contains(label);
				default -> false;
			};
		}

	}

}
