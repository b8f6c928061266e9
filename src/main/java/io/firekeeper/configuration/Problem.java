package io.firekeeper.configuration;

import java.util.List;

/**
 * What is wrong with a text, where. The sentence stands in
 * {@code i18n/configuration/messages} under {@code configuration.problem.<code>}.
 *
 * @param code what is wrong, such as {@code unknown-key}
 * @param arguments the arguments of its sentence
 * @param path the YAML path, such as {@code scrape_configs[0].scrape_intervall}
 * @param position where
 * @param isWarning whether the text is accepted all the same
 */
public record Problem(String code, List<String> arguments, String path, Position position, boolean isWarning) {

	public Problem {
		arguments = List.copyOf(arguments);
	}

	/** A problem for which the text is refused. */
	public Problem(String code, List<String> arguments, String path, Position position) {
		this(code, arguments, path, position, false);
	}

	/** A problem that only deserves a look. */
	static Problem warning(String code, List<String> arguments, String path, Position position) {
		return new Problem(code, arguments, path, position, true);
	}

}
