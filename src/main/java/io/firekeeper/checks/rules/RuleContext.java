package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.promql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What a check knows besides the rule.
 *
 * @param target the Prometheus that evaluates the rule
 * @param rules all rules of that Prometheus
 * @param before all rules that it had before the change
 * @param receivers where alerts go
 */
record RuleContext(Target target, RuleSet rules, RuleSet before, AlertReceivers receivers) {

	static RuleContext of(RuleSubject subject) {
		Dialect dialect = subject.target().dialect();
		return new RuleContext(subject.target(), RuleSet.of(subject.files(), dialect), RuleSet.of(List.of(), dialect),
				subject.receivers());
	}

	/** How often a rule is evaluated, in milliseconds, or {@code null}. */
	@Nullable Long evaluationInterval(Rule rule) {
		Long own = rule.groupInterval();
		return (own != null && own > 0) ? own : this.target.evaluationInterval();
	}

}
