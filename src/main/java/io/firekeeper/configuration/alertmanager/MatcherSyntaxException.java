package io.firekeeper.configuration.alertmanager;

import java.util.List;

/** A text is not a list of matchers. */
final class MatcherSyntaxException extends RuntimeException {

	private final String code;

	private final transient List<String> arguments;

	MatcherSyntaxException(String code, String... arguments) {
		super(code, null, false, false);
		this.code = code;
		this.arguments = List.of(arguments);
	}

	/** The code of the problem. */
	String code() {
		return this.code;
	}

	List<String> arguments() {
		return this.arguments;
	}

}
