package io.firekeeper.policies;

import java.util.List;

import io.firekeeper.configuration.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What reading a policy's text gave.
 *
 * @param document the document, when its envelope could be read
 * @param problems everything wrong with it, in order of place; positions are those of the
 * whole text
 */
public record PolicyReading(@Nullable PolicyDocument document, List<Problem> problems) {

	public PolicyReading {
		problems = List.copyOf(problems);
	}

}
