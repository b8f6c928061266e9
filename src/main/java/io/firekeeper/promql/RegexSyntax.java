package io.firekeeper.promql;

import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions as Prometheus reads them: RE2, matched against a whole value
 * (prometheus/prometheus {@code model/labels/regexp.go}).
 */
final class RegexSyntax {

	private static final String SPECIAL = "\\.+*?()[]{}^$";

	private static final String NO_TEXT = "invalid UTF-8";

	private RegexSyntax() {
	}

	/** What is wrong with a regular expression, or null. */
	static @Nullable String problem(String regex, Grammar grammar) {
		boolean plain = isPlain(regex);
		if (plain && grammar.takesAnyPlainRegex()) {
			return null;
		}
		if (regex.codePoints().anyMatch((codePoint) -> Character.getType(codePoint) == Character.SURROGATE)) {
			return NO_TEXT;
		}
		return (plain || SimpleRegex.isValid(regex)) ? null : syntaxProblem(regex, grammar.dialect().release());
	}

	private static @Nullable String syntaxProblem(String regex, Release release) {
		try {
			GoRegex.compile(regex, release);
			return null;
		}
		catch (PatternSyntaxException ex) {
			return ex.getDescription();
		}
	}

	/** Whether a regular expression without a problem matches nothing at all. */
	static boolean matchesEmpty(String regex) {
		if (isPlain(regex)) {
			return regex.isEmpty() || regex.startsWith("|") || regex.endsWith("|") || regex.contains("||");
		}
		return GoRegex.compile(regex, Release.NEWEST).matches("");
	}

	/** Whether it is a text, or several with bars between them. */
	private static boolean isPlain(String regex) {
		for (int index = 0; index < regex.length(); index++) {
			if (SPECIAL.indexOf(regex.charAt(index)) >= 0) {
				return false;
			}
		}
		return true;
	}

}
