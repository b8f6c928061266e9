package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.function.Function;

import io.firekeeper.policies.Variable;

/**
 * Puts values in the places of variables.
 */
final class Substitution {

	private Substitution() {
	}

	static String in(String text, List<Variable> variables, Function<Variable, String> replacement) {
		StringBuilder replaced = new StringBuilder(text.length());
		int position = 0;
		for (Variable variable : variables) {
			replaced.append(text, position, variable.start()).append(replacement.apply(variable));
			position = variable.end();
		}
		return replaced.append(text, position, text.length()).toString();
	}

}
