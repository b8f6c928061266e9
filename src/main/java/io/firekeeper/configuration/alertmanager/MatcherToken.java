package io.firekeeper.configuration.alertmanager;

/**
 * A token of a list of matchers.
 *
 * @param kind what it is
 * @param text its text
 * @param column where it begins, in characters from 0
 */
record MatcherToken(Kind kind, String text, int column) {

	/** What a token is. */
	enum Kind {

		OPEN, CLOSE, COMMA, OPERATOR, QUOTED, PLAIN, END

	}

	boolean is(Kind other) {
		return this.kind == other;
	}

	/** Whether it can be a name or a value. */
	boolean isText() {
		return this.kind == Kind.QUOTED || this.kind == Kind.PLAIN;
	}

}
