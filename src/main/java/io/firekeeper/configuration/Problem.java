package io.firekeeper.configuration;

import java.util.List;

import io.firekeeper.configuration.template.TemplateProblem;
import io.firekeeper.promql.Note;
import io.firekeeper.promql.SyntaxProblem;

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
 * @param weight whether the text is refused for it
 * @param notes what was expected in an expression, and hints
 */
public record Problem(String code, List<String> arguments, String path, Position position, Weight weight,
		List<Note> notes) {

	/** What the codes of problems in expressions start with. */
	public static final String PROMQL = "promql.";

	private static final String TEMPLATE = "template-";

	public Problem {
		arguments = List.copyOf(arguments);
		notes = List.copyOf(notes);
	}

	/** A problem for which the text is refused. */
	public Problem(String code, List<String> arguments, String path, Position position) {
		this(code, arguments, path, position, Weight.ERROR, List.of());
	}

	/** What is wrong with an expression, at a position in the whole text. */
	static Problem of(SyntaxProblem problem, String path, Position position) {
		return new Problem(PROMQL + problem.code(), problem.arguments(), path, position, Weight.ERROR, problem.notes());
	}

	/** A problem that only deserves a look. */
	static Problem warning(String code, List<String> arguments, String path, Position position) {
		return new Problem(code, arguments, path, position, Weight.WARNING, List.of());
	}

	/** What is right in most cases. */
	static Problem info(String code, List<String> arguments, String path, Position position) {
		return new Problem(code, arguments, path, position, Weight.INFO, List.of());
	}

	/** Whether the text is refused for it. */
	public boolean isError() {
		return this.weight == Weight.ERROR;
	}

	/** The code for what is wrong with a template. */
	public static String ofTemplate(TemplateProblem problem) {
		return TEMPLATE + problem.code();
	}

	/**
	 * Whether it is one of PromQL or of a template: its place is within the text at the
	 * path.
	 */
	public boolean isInExpression() {
		return this.code.startsWith(PROMQL) || this.code.startsWith(TEMPLATE);
	}

	/** The same at another path. */
	public Problem at(String path) {
		return new Problem(this.code, this.arguments, path, this.position, this.weight, this.notes);
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

	/** How much a problem weighs. */
	public enum Weight {

		/** The text is refused. */
		ERROR,

		/** The text is accepted, and most likely wrong. */
		WARNING,

		/** The text is accepted, and right where something else is. */
		INFO

	}

}
