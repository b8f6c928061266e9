package io.firekeeper.promql;

import java.util.List;

/**
 * What Prometheus refuses in an expression, where. The sentence stands in
 * {@code i18n/promql/messages} under {@code promql.problem.<code>}, those of the notes
 * under {@code promql.note.<code>}.
 *
 * @param code what is wrong, such as {@code unknown-function}
 * @param arguments the arguments of its sentence
 * @param range where, in UTF-16 code units
 * @param position where it starts, as editors count
 * @param notes what was expected, and hints
 */
public record SyntaxProblem(String code, List<String> arguments, Range range, SourcePosition position,
		List<Note> notes) {

	public SyntaxProblem {
		arguments = List.copyOf(arguments);
		notes = List.copyOf(notes);
	}

}
