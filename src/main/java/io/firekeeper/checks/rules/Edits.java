package io.firekeeper.checks.rules;

import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.Range;
import org.jspecify.annotations.Nullable;

/**
 * Edits of rules. There is none where what is to be replaced does not stand in the file
 * as it is in the value: quotes and escapes of YAML stay as they are.
 */
final class Edits {

	private static final char TILDE = '~';

	private Edits() {
	}

	/** The edit that replaces a part of the expression, or {@code null}. */
	static @Nullable QuickFix replace(Rule rule, Range range, String replacement) {
		String old = rule.text(range);
		int start = rule.file().offset(rule.position(range));
		return (start >= 0 && rule.file().text().startsWith(old, start))
				? new QuickFix(start, start + old.length(), replacement) : null;
	}

	/** The edit that makes a matcher compare texts: a value without a backslash only. */
	static @Nullable QuickFix withoutRegex(Rule rule, Matcher matcher) {
		int tilde = rule.source().text().indexOf(TILDE, matcher.range().start());
		boolean plain = matcher.value().indexOf('\\') < 0 && matcher.value().indexOf('[') < 0;
		return (plain && tilde < matcher.range().end())
				? replace(rule, new Range(tilde, tilde + 1), (matcher.type() == MatchType.REGEX) ? "" : "=") : null;
	}

	/**
	 * The edit that removes the line of a key of the rule, or {@code null} when the line
	 * has something else too.
	 */
	static @Nullable QuickFix withoutLine(Rule rule, String key, YamlScalar value) {
		String text = rule.file().text();
		int at = rule.file().offset(value.position());
		int start = text.lastIndexOf('\n', at - 1) + 1;
		int end = text.indexOf('\n', at);
		boolean alone = at >= 0 && end > 0 && text.substring(start, end).strip().equals(key + ": " + value.text());
		return alone ? new QuickFix(start, end + 1, "") : null;
	}

}
