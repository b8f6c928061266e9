package io.firekeeper.configuration;

import java.util.List;

/**
 * What is wrong with a text, where. The sentence stands under {@link #key()}: in
 * {@code i18n/configuration/messages}, and for expressions in
 * {@code i18n/promql/messages}.
 *
 * @param code what is wrong, such as {@code unknown-key}, or
 * {@code promql.unknown-function} in an expression
 * @param arguments the arguments of its sentence
 * @param path the YAML path, such as {@code scrape_configs[0].scrape_intervall}
 * @param position where
 */
public record Problem(String code, List<String> arguments, String path, Position position) {

	static final String PROMQL = "promql.";

	public Problem {
		arguments = List.copyOf(arguments);
	}

	/** Whether it is one of PromQL: its place is within the expression at the path. */
	public boolean isInExpression() {
		return this.code.startsWith(PROMQL);
	}

	/** The key of its sentence. */
	public String key() {
		return key(this.code);
	}

	/** The key of the sentence of a problem of that code. */
	public static String key(String code) {
		return code.startsWith(PROMQL) ? "promql.problem." + code.substring(PROMQL.length())
				: "configuration.problem." + code;
	}

}
