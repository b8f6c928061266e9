package io.firekeeper.configuration;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions as the Go release behind a version of Prometheus reads them. */
final class GoRegex {

	/** A reference to a group in a template. */
	static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\w+|\\{\\w+\\})");

	private GoRegex() {
	}

	/**
	 * Compiles an expression that must match as a whole.
	 * @throws PatternSyntaxException when it is none
	 */
	static Pattern compile(String expression, int flags) {
		return Pattern.compile("^(?:" + expression + ")$", flags);
	}

}
