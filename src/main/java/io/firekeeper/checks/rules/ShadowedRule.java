package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import org.jspecify.annotations.Nullable;

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
		List<Rule> alike = context.rules().namesakes(rule).labelledAs(rule);
		Rule other = (alike.size() < 2) ? null
				: rule.isAlert() ? implying(rule, alike, context) : covering(rule, alike);
		if (other != null) {
			report.at(rule.title().position(), rule.isAlert() ? "alert" : "record", rule.name(), other.file().name(),
					other.groupName());
		}
	}

	private static @Nullable Rule implying(Rule rule, List<Rule> alike, RuleContext context) {
		for (Rule other : alike) {
			if (isImplied(rule, other, context)) {
				return other;
			}
		}
		return null;
	}

	/** Whether the other alert fires whenever this one does. */
	private static boolean isImplied(Rule rule, Rule other, RuleContext context) {
		return duration(rule, "for") >= duration(other, "for")
				&& duration(rule, "keep_firing_for") <= duration(other, "keep_firing_for")
				&& rule.expression() instanceof Expression own && other.expression() instanceof Expression wider
				&& Parts.bare(own) instanceof Binary strict && Parts.bare(wider) instanceof Binary loose
				&& strict.operator() == loose.operator() && !strict.returnBool() && !loose.returnBool()
				&& isStricter(strict, loose) && print(strict.left(), context).equals(print(loose.left(), context));
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

	private static long duration(Rule rule, String key) {
		Long duration = rule.milliseconds(key);
		return (duration != null) ? duration : 0;
	}

	/**
	 * The rule before that records one series without labels as this one does, from
	 * something else.
	 */
	private static @Nullable Rule covering(Rule rule, List<Rule> alike) {
		if (isSingle(rule)) {
			for (Rule other : alike.subList(0, alike.indexOf(rule))) {
				if (isSingle(other) && !other.printed().equals(rule.printed())) {
					return other;
				}
			}
		}
		return null;
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
