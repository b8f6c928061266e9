package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.policies.Variable;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.analysis.Outcome.Dead;
import io.firekeeper.promql.analysis.Outcome;

/**
 * A part of an expression that never gives anything: two sides that never match, a
 * comparison that is never true, an alternative that another one hides.
 */
final class ImpossibleMatching extends StandingCheck {

	ImpossibleMatching() {
		super("impossible-matching", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Set<DeadPart> parts = new LinkedHashSet<>();
		Set<Outcome> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		rule.outcomes().forEach((outcome) -> collect(outcome, parts, seen));
		parts.forEach((part) -> report(rule, part, report));
	}

	/** Outcomes share those that they were matched with. */
	private static void collect(Outcome outcome, Set<DeadPart> parts, Set<Outcome> seen) {
		if (!seen.add(outcome)) {
			return;
		}
		Dead dead = outcome.dead();
		if (dead != null && dead.arguments().stream().noneMatch(Variable::occursIn)) {
			boolean own = dead.reason() == Dead.Reason.NEVER_TRUE || dead.reason() == Dead.Reason.HIDDEN;
			parts.add(new DeadPart(own ? outcome.expression().range() : dead.range(), dead));
		}
		outcome.joins().forEach((join) -> collect(join.other(), parts, seen));
	}

	private static void report(Rule rule, DeadPart part, Report report) {
		List<String> arguments = new ArrayList<>(List.of(rule.text(part.place())));
		arguments.addAll(part.dead().arguments());
		report.in(part.place(), part.dead().reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				arguments.toArray(String[]::new));
	}

	private record DeadPart(Range place, Dead dead) {
	}

}
