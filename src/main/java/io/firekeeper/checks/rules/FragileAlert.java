package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorMatching;
import io.firekeeper.promql.VectorSelector;

/**
 * An alert that comes and goes by itself: on the series that happen to be the greatest at
 * the moment, or on two aggregations of which one is complete sooner after a restart.
 */
final class FragileAlert extends StandingCheck {

	private static final String INSTANCE = "instance";

	private static final Set<String> TARGET_LABELS = Set.of("job", INSTANCE);

	FragileAlert() {
		super("fragile-alert", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (rule.isAlert() && expression != null) {
			Long wait = rule.milliseconds("for");
			look(expression, false, wait != null && wait > 0, report);
		}
	}

	private static void look(Expression expression, boolean compared, boolean waits, Report report) {
		switch (expression) {
			case Parentheses parentheses -> look(parentheses.expression(), compared, waits, report);
			case Unary unary -> look(unary.expression(), compared, waits, report);
			case Call call -> call.arguments()
				.stream()
				.filter((argument) -> argument.type() == ValueType.VECTOR && !call.function().name().equals("absent"))
				.forEach((argument) -> look(argument, compared, waits, report));
			case Aggregation aggregation when aggregation.operator().keepsSeries() -> selected(aggregation, report);
			case Binary binary -> combined(binary, compared, waits, report);
			default -> {
			}
		}
	}

	private static void selected(Aggregation aggregation, Report report) {
		boolean single = Parts.bare(aggregation.expression()) instanceof Aggregation inner && inner.grouping() == null
				&& !inner.operator().keepsSeries();
		if (!single && !isOneOfEach(aggregation)) {
			report.in(aggregation.range(), "selected", aggregation.operator().symbol());
		}
	}

	/**
	 * The idiom that makes a vector unique by some labels: {@code topk by (pod) (1, x)}.
	 */
	private static boolean isOneOfEach(Aggregation aggregation) {
		return aggregation.grouping() != null && aggregation.parameter() instanceof NumberLiteral number
				&& number.value() == 1;
	}

	private static void combined(Binary binary, boolean compared, boolean waits, Report report) {
		BinaryOperator operator = binary.operator();
		VectorMatching matching = binary.matching();
		boolean compares = compared || operator.isComparison() && !binary.returnBool();
		if (compared && !waits && isArithmetic(operator) && matching != null && matching.include().isEmpty()
				&& isAggregate(binary.left()) && isAggregate(binary.right()) && !isOfOneScrape(binary)) {
			report.in(binary.range(), "partial");
		}
		boolean right = matching != null && matching.cardinality() == Cardinality.ONE_TO_MANY
				|| binary.left().type() == ValueType.SCALAR;
		if (!right || operator == BinaryOperator.OR) {
			look(binary.left(), compares, waits, report);
		}
		if (right || operator == BinaryOperator.OR) {
			look(binary.right(), compares, waits, report);
		}
	}

	private static boolean isArithmetic(BinaryOperator operator) {
		return !operator.isSetOperator() && !operator.isComparison();
	}

	/**
	 * Both sides come from the same targets, and now: one is not complete before the
	 * other.
	 */
	private static boolean isOfOneScrape(Binary binary) {
		List<VectorSelector> selectors = Parts.of(binary, VectorSelector.class);
		boolean now = selectors.stream().allMatch((selector) -> selector.offset() == null);
		boolean byTarget = Parts.of(binary, Aggregation.class)
			.stream()
			.map(Aggregation::grouping)
			.allMatch((grouping) -> grouping != null && grouping.without() != grouping.labels().contains(INSTANCE));
		return now && (byTarget || selectors.stream().map(FragileAlert::targets).distinct().count() == 1);
	}

	/** The metric and what the selector says about its targets. */
	private static List<String> targets(VectorSelector selector) {
		return Stream.concat(Stream.of(String.valueOf(selector.metricName())),
				selector.matchers()
					.stream()
					.filter((matcher) -> TARGET_LABELS.contains(matcher.label()))
					.map((matcher) -> matcher.label() + matcher.type().symbol() + matcher.value())
					.sorted())
			.toList();
	}

	/** Whether it is an aggregation, perhaps with a number beside it. */
	private static boolean isAggregate(Expression expression) {
		return switch (Parts.bare(expression)) {
			case Aggregation aggregation -> !aggregation.operator().keepsSeries();
			case Binary binary when binary.matching() == null ->
				isAggregate(binary.left()) || isAggregate(binary.right());
			default -> false;
		};
	}

}
