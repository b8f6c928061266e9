package io.firekeeper.checks.rules;

import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.ValueType;

/**
 * A text that prints the rate of something as it is: 0.016666666666666666.
 */
final class UnreadableValue extends StandingCheck {

	private static final Set<String> RATES = Set.of("rate", "irate", "deriv");

	UnreadableValue() {
		super("unreadable-value", Severity.INFO);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (expression != null && isRate(expression)) {
			for (AlertText text : rule.texts()) {
				if (!text.label()) {
					check(text, report);
				}
			}
		}
	}

	private static void check(AlertText text, Report report) {
		TemplateActions actions = text.actions();
		boolean readable = text.use().values().stream().anyMatch((value) -> actions.humanizes(value.offset()));
		if (!readable) {
			text.use()
				.values()
				.stream()
				.filter((value) -> actions.prints(value.offset()))
				.findFirst()
				.ifPresent((value) -> report.at(text.position(value.offset()), "rate", text.name(), value.name()));
		}
	}

	/** Whether the value is a rate or a combination of rates. */
	private static boolean isRate(Expression expression) {
		return switch (Parts.bare(expression)) {
			case Call call -> RATES.contains(call.function().name());
			case Unary unary -> isRate(unary.expression());
			case Aggregation aggregation -> !aggregation.operator().counts() && isRate(aggregation.expression());
			case Binary binary when binary.operator() == BinaryOperator.OR ->
				isRate(binary.left()) || isRate(binary.right());
			case Binary binary -> isRate(valued(binary));
			default -> false;
		};
	}

	/** The side whose series come out. */
	private static Expression valued(Binary binary) {
		boolean right = binary.left().type() == ValueType.SCALAR
				|| binary.matching() != null && binary.matching().cardinality() == Cardinality.ONE_TO_MANY;
		return right ? binary.right() : binary.left();
	}

}
