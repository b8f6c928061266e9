package io.firekeeper.promql;

import java.util.List;

/**
 * What helps with a problem: what was expected, or a hint. The sentence stands in
 * {@code i18n/promql/messages} under {@link #key()}.
 *
 * @param code which sentence
 * @param arguments its arguments
 */
public record Note(String code, List<String> arguments) {

	public Note {
		arguments = List.copyOf(arguments);
	}

	/** The key of its sentence. */
	public String key() {
		return "promql.note." + this.code;
	}

	static Note of(String code, String... arguments) {
		return new Note(code, List.of(arguments));
	}

}
