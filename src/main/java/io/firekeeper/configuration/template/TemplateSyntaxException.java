package io.firekeeper.configuration.template;

import java.util.List;

/** Reading a template stops here. */
final class TemplateSyntaxException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient TemplateProblem problem;

	TemplateSyntaxException(String code, int offset, String... arguments) {
		super(code, null, false, false);
		this.problem = new TemplateProblem(code, List.of(arguments), offset);
	}

	TemplateProblem problem() {
		return this.problem;
	}

}
