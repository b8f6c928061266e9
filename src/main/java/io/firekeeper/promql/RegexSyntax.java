package io.firekeeper.promql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions as Prometheus reads them: RE2, matched against a whole value. */
final class RegexSyntax {

	private RegexSyntax() {
	}

	/** What is wrong with a regular expression, or null. */
	static @Nullable String problem(String regex) {
		if (isPlain(regex)) {
			return null;
		}
		try {
			compile(regex);
			return null;
		}
		catch (PatternSyntaxException ex) {
			return ex.getDescription();
		}
	}

	/** Whether a regular expression without a problem matches nothing at all. */
	static boolean matchesEmpty(String regex) {
		return isPlain(regex) ? regex.isEmpty() : compile(regex).matches("");
	}

	private static Pattern compile(String regex) {
		return Pattern.compile("^(?:" + regex + ")$");
	}

	private static boolean isPlain(String regex) {
		return regex.chars().allMatch((character) -> Characters.isAlphanumeric(character) || character == '-');
	}

}
