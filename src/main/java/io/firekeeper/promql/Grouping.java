package io.firekeeper.promql;

import java.util.List;

/**
 * The labels by which series are grouped: {@code by (…)} or {@code without (…)}.
 *
 * @param without whether the labels are those that go
 * @param labels their names, in the order of the source
 * @param range where, with the keyword
 */
public record Grouping(boolean without, List<String> labels, Range range) {

	public Grouping {
		labels = List.copyOf(labels);
	}

}
