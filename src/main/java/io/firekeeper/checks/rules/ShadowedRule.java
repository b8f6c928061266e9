package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;

/**
 * A rule behind another of the same name and labels: an alert that cannot fire without
 * the other, so that Alertmanager sees one; a recorded series that the other records too,
 * so that Prometheus drops one of the samples.
 */
final class ShadowedRule extends StandingCheck {

	ShadowedRule() {
		super("shadowed-rule", Severity.WARNING);
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		context.rules()
			.namesakes(rule)
			.stream()
			.filter((other) -> !other.equals(rule))
			.filter((other) -> rule.isAlert() ? isImplied(rule, other, context) : isCovered(rule, other, context))
			.filter((other) -> labels(rule).equals(labels(other)))
			.findFirst()
			.ifPresent((other) -> report.at(rule.title().position(), rule.isAlert() ? "alert" : "record", rule.name(),
					other.file().name(), other.groupName()));
	}

	private static Map<String, String> labels(Rule rule) {
		Map<String, String> labels = new TreeMap<>();
		rule.labels().forEach((label, value) -> labels.put(label, value.text()));
		return labels;
	}

	/** Whether the other alert fires whenever this one does. */
	private static boolean isImplied(Rule rule, Rule other, RuleContext context) {
		return waits(rule) >= waits(other) && rule.expression() instanceof Expression own
				&& other.expression() instanceof Expression wider && Parts.bare(own) instanceof Binary strict
				&& Parts.bare(wider) instanceof Binary loose && strict.operator() == loose.operator()
				&& !strict.returnBool() && !loose.returnBool() && isStricter(strict, loose)
				&& print(strict.left(), context).equals(print(loose.left(), context));
	}

	private static boolean isStricter(Binary strict, Binary loose) {
		Double own = Constants.of(strict.right());
		Double wider = Constants.of(loose.right());
		if (own == null || wider == null) {
			return false;
		}
		BinaryOperator operator = strict.operator();
		return switch (operator) {
			case GREATER, GREATER_OR_EQUAL -> own > wider;
			case LESS, LESS_OR_EQUAL -> own < wider;
			default -> false;
		};
	}

	private static long waits(Rule rule) {
		Long wait = rule.milliseconds("for");
		return (wait != null) ? wait : 0;
	}

	/** Whether both record one series without labels; the second is behind the first. */
	private static boolean isCovered(Rule rule, Rule other, RuleContext context) {
		List<Rule> namesakes = context.rules().namesakes(rule);
		return isSingle(rule) && isSingle(other) && labels(rule).equals(labels(other))
				&& namesakes.indexOf(other) < namesakes.indexOf(rule) && rule.expression() instanceof Expression own
				&& other.expression() instanceof Expression first && !print(own, context).equals(print(first, context));
	}

	private static boolean isSingle(Rule rule) {
		return rule.expression() instanceof Expression expression
				&& Parts.bare(expression) instanceof Aggregation aggregation && aggregation.grouping() == null
				&& !aggregation.operator().keepsSeries() && aggregation.operator().parameter() == null;
	}

	private static String print(Expression expression, RuleContext context) {
		return PromQl.print(expression, context.target().dialect());
	}

}
