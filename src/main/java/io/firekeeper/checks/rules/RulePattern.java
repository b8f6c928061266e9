package io.firekeeper.checks.rules;

import java.util.regex.MatchResult;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.promql.GoRegex;
import io.firekeeper.promql.Release;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression (RE2) of settings. It may refer to the rule that is checked:
 * {@code {{ $for }}}, {@code {{ $keep_firing_for }}}, {@code {{ $alert }}}, {@code {{
 * $record }}}, {@code {{ $expr }}}, {@code {{ $labels.team }}} and {@code {{
 * $annotations.summary }}} stand for the rule's own text.
 */
final class RulePattern {

	private static final java.util.regex.Pattern REFERENCE = java.util.regex.Pattern
		.compile("\\{\\{\\s*\\$(?:(labels|annotations)\\.)?(\\w+)\\s*}}");

	private static final String DOUBLE_BRACES = "{{";

	private final String text;

	private final @Nullable Pattern fixed;

	private RulePattern(String text, @Nullable Pattern fixed) {
		this.text = text;
		this.fixed = fixed;
	}

	/**
	 * Reads a pattern.
	 * @throws PatternSyntaxException when it is no regular expression
	 */
	static RulePattern of(String text) {
		boolean refers = text.contains(DOUBLE_BRACES);
		Pattern pattern = compiled(refers ? REFERENCE.matcher(text).replaceAll("(?:x)") : text);
		return new RulePattern(text, refers ? null : pattern);
	}

	/** Whether a whole value matches. */
	boolean matches(String value, Rule rule) {
		return within(rule).matcher(value).matches();
	}

	/** The pattern for a rule. */
	Pattern within(Rule rule) {
		return (this.fixed != null) ? this.fixed
				: Pattern.compile(REFERENCE.matcher(this.text)
					.replaceAll((match) -> java.util.regex.Matcher
						.quoteReplacement("(?:" + Pattern.quote(value(match, rule)) + ")")));
	}

	private static Pattern compiled(String regex) {
		return GoRegex.compilePart(regex, Release.NEWEST);
	}

	private static String value(MatchResult match, Rule rule) {
		String name = match.group(2);
		String owner = (match.group(1) != null) ? match.group(1) : "";
		YamlScalar scalar = switch (owner) {
			case "labels" -> rule.labels().get(name);
			case "annotations" -> rule.annotations().get(name);
			default -> rule.scalar(name);
		};
		return (scalar != null) ? scalar.text() : "";
	}

	@Override
	public String toString() {
		return this.text;
	}

}
