package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.RegexElements.Element;
import io.firekeeper.checks.rules.RegexElements.Kind;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in a matcher that is a plain text, matches everything or nothing,
 * or has anchors that Prometheus adds itself (prometheus/prometheus
 * {@code model/labels/regexp.go}).
 */
final class RedundantRegex extends StandingCheck {

	RedundantRegex() {
		super("redundant-regex", Severity.WARNING);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		rule.regexes().forEach((matcher) -> check(rule, matcher, report));
	}

	private static void check(Rule rule, Matcher matcher, Report report) {
		List<Element> elements = RegexElements.of(matcher.value());
		List<Element> inner = elements.stream().filter((element) -> !element.isAnchor()).toList();
		boolean anchored = inner.size() < elements.size();
		if (inner.stream().allMatch((element) -> element.kind() == Kind.LITERAL)) {
			QuickFix fix = anchored ? null : Edits.withoutRegex(rule, matcher);
			report(rule, matcher, report, fix, "plain", plain(inner));
		}
		else if (inner.stream().allMatch((element) -> element.kind() == Kind.ALL)) {
			report(rule, matcher, report, null, isPositive(matcher) ? "everything" : "nothing", "");
		}
		else if (inner.size() == 1 && inner.getFirst().kind() == Kind.SOME && !isPositive(matcher)) {
			report(rule, matcher, report, null, "only-empty", "");
		}
		else if (anchored) {
			report(rule, matcher, report, null, "anchors", "");
		}
	}

	private static void report(Rule rule, Matcher matcher, Report report, @Nullable QuickFix fix, String code,
			String plain) {
		report.fixable(rule.position(matcher.range()), fix, code, rule.text(matcher.range()), matcher.label(),
				isPositive(matcher) ? "=" : "!=", plain);
	}

	private static boolean isPositive(Matcher matcher) {
		return matcher.type() == MatchType.REGEX;
	}

	private static String plain(List<Element> elements) {
		StringBuilder text = new StringBuilder();
		elements.forEach((element) -> text.append(element.text()));
		return text.toString();
	}

}
