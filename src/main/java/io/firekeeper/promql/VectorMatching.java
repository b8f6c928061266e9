package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the series of two vectors are matched.
 *
 * @param cardinality how many series of each side match
 * @param on whether the labels are those that must be equal, else those that are ignored
 * @param labels the labels of {@code on} or {@code ignoring}
 * @param include the labels that {@code group_left} or {@code group_right} takes from the
 * other side
 * @param fillLeft the value of series that the left side lacks, or null (since 3.10,
 * experimental)
 * @param fillRight the value of series that the right side lacks, or null
 */
public record VectorMatching(Cardinality cardinality, boolean on, List<String> labels, List<String> include,
		@Nullable Double fillLeft, @Nullable Double fillRight) {

	public VectorMatching {
		labels = List.copyOf(labels);
		include = List.copyOf(include);
	}

}
