package io.firekeeper.checks.rules;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.RegexElements.Element;
import io.firekeeper.checks.rules.RegexElements.Kind;
import io.firekeeper.promql.Matcher;

/**
 * A regular expression that looks for a part of a label's value: what it looks for should
 * be a label of its own.
 */
final class SubstringRegex extends StandingCheck {

	SubstringRegex() {
		super("substring-regex", Severity.INFO);
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		for (Matcher matcher : rule.regexes()) {
			if (isSubstring(RegexElements.of(matcher.value()))) {
				report.in(matcher.range(), "part", rule.text(matcher.range()), matcher.label());
			}
		}
	}

	private static boolean isSubstring(List<Element> elements) {
		for (int index = 0; index < elements.size(); index++) {
			List<Element> before = elements.subList(0, index).reversed();
			List<Element> after = elements.subList(index + 1, elements.size());
			Element element = elements.get(index);
			if (element.isWildcard() && meetsWord(before) && meetsWord(after)
					|| isWordCharacter(element) && meetsWildcard(before) && meetsWildcard(after)) {
				return true;
			}
		}
		return false;
	}

	private static boolean meetsWord(List<Element> elements) {
		for (Element element : elements) {
			if (isWordCharacter(element)) {
				return true;
			}
			if (element.kind() != Kind.ANY && element.kind() != Kind.LITERAL && !element.isAnchor()) {
				return false;
			}
		}
		return false;
	}

	private static boolean meetsWildcard(List<Element> elements) {
		for (Element element : elements) {
			if (element.isWildcard()) {
				return true;
			}
			if (element.kind() != Kind.LITERAL && !element.isAnchor()) {
				return false;
			}
		}
		return false;
	}

	private static boolean isWordCharacter(Element element) {
		return element.kind() == Kind.LITERAL && Character.isLetter(element.text().charAt(0));
	}

}
