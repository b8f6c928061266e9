package io.firekeeper.configuration.alertmanager;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The matchers of a line.
 *
 * @param matchers in order of the text
 * @param warning the code of what Alertmanager warns about; {@code null} for nothing
 * @param arguments those of the warning
 */
record ParsedMatchers(List<LabelMatcher> matchers, @Nullable String warning, List<String> arguments) {

	ParsedMatchers {
		matchers = List.copyOf(matchers);
		arguments = List.copyOf(arguments);
	}

}
