package io.firekeeper.configuration.template;

import java.util.List;

/**
 * Why Prometheus refuses a template. The sentence stands in
 * {@code i18n/configuration/messages} under
 * {@code configuration.problem.template-<code>}.
 *
 * @param code what is wrong, such as {@code unknown-function}
 * @param arguments the arguments of its sentence
 * @param offset where, in UTF-16 code units of the template's text
 */
public record TemplateProblem(String code, List<String> arguments, int offset) {

	public TemplateProblem {
		arguments = List.copyOf(arguments);
	}

}
