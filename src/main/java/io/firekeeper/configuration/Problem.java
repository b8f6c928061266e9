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
 */
public record Problem(String code, List<String> arguments, String path, Position position) {

	public Problem {
		arguments = List.copyOf(arguments);
	}

}
