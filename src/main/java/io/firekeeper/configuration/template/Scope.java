package io.firekeeper.configuration.template;

import java.util.ArrayList;
import java.util.List;

/** The variables that are known at a place. */
final class Scope {

	private final List<String> variables = new ArrayList<>(List.of("$"));

	/** Those that Prometheus declares in front of each template of a rule. */
	static Scope ofRules() {
		Scope scope = new Scope();
		scope.variables.addAll(List.of("$labels", "$externalLabels", "$externalURL", "$value"));
		return scope;
	}

	static Scope ofDefinition() {
		return new Scope();
	}

	void declare(String variable) {
		this.variables.add(variable);
	}

	boolean knows(String variable) {
		return this.variables.contains(variable);
	}

	int size() {
		return this.variables.size();
	}

	void shrinkTo(int size) {
		this.variables.subList(size, this.variables.size()).clear();
	}

}
