package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An aggregation over series, such as {@code sum by (job) (up)}.
 *
 * @param operator which
 * @param parameter its parameter, or null
 * @param expression what is aggregated
 * @param grouping by what, or null when all series become one group
 * @param range where
 */
public record Aggregation(AggregationOperator operator, @Nullable Expression parameter, Expression expression,
		@Nullable Grouping grouping, Range range) implements Expression {

	@Override
	public ValueType type() {
		return ValueType.VECTOR;
	}

	@Override
	public List<Expression> children() {
		return (this.parameter != null) ? List.of(this.parameter, this.expression) : List.of(this.expression);
	}

}
