package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a text.
 *
 * @param expression the expression, or null when there is any problem
 * @param problems what is wrong, first the one that Prometheus reports
 */
public record Parsed(@Nullable Expression expression, List<SyntaxProblem> problems) {

	public Parsed {
		problems = List.copyOf(problems);
	}

}
