package io.firekeeper.promql;

import java.util.List;

/**
 * What the lexer refuses.
 *
 * @param code the problem's code
 * @param arguments its arguments
 */
record Fault(String code, List<String> arguments) {

	Fault {
		arguments = List.copyOf(arguments);
	}

	static Fault of(String code, String... arguments) {
		return new Fault(code, List.of(arguments));
	}

	static Fault ofCharacter(String code, int codePoint) {
		return of(code, (codePoint == Characters.NONE) ? "" : Character.toString(codePoint));
	}

}
