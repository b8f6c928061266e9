package io.firekeeper.promql.analysis;

import java.util.List;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.AggregationOperator;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.StringLiteral;
import org.jspecify.annotations.Nullable;

/** What comes out of aggregations (prometheus/prometheus {@code promql/engine.go}). */
final class Aggregations {

	private Aggregations() {
	}

	static List<Outcome> of(Aggregation aggregation, List<Outcome> inside) {
		return inside.stream().map((inner) -> of(aggregation, inner)).toList();
	}

	private static Outcome of(Aggregation aggregation, Outcome inner) {
		if (aggregation.operator().keepsSeries()) {
			return keepsSome(aggregation.parameter()) ? inner : inner.asFiltered();
		}
		Labels labels = group(aggregation, inner.labels());
		if (aggregation.operator() == AggregationOperator.COUNT_VALUES
				&& aggregation.parameter() instanceof StringLiteral name && !drops(aggregation, name.value())) {
			labels = labels.with(name.value(), Fate.present(aggregation.range()));
		}
		return inner.with(labels).withValue(value(aggregation, inner));
	}

	private static Labels group(Aggregation aggregation, Labels labels) {
		Grouping grouping = aggregation.grouping();
		if (grouping == null) {
			return labels.only(List.of(), Fate.Reason.AGGREGATED, aggregation.range());
		}
		if (!grouping.without()) {
			return labels.only(grouping.labels(),
					grouping.labels().isEmpty() ? Fate.Reason.AGGREGATED : Fate.Reason.NOT_IN_BY, grouping.range());
		}
		Labels kept = labels.without(Matcher.METRIC_NAME, Fate.Reason.NAME_DROPPED, aggregation.range());
		for (String label : grouping.labels()) {
			kept = kept.without(label, Fate.Reason.IN_WITHOUT, grouping.range());
		}
		return kept;
	}

	private static boolean drops(Aggregation aggregation, String label) {
		Grouping grouping = aggregation.grouping();
		return grouping != null && grouping.without() && grouping.labels().contains(label);
	}

	/** The value of each result when only one series goes into it. */
	private static @Nullable Double value(Aggregation aggregation, Outcome inner) {
		boolean single = inner.always() && inner.labels().isEmpty();
		return switch (aggregation.operator()) {
			case GROUP -> 1.0;
			case COUNT -> single ? (Double) 1.0 : null;
			case MIN, MAX, AVG -> inner.value();
			case SUM -> single ? inner.value() : null;
			default -> null;
		};
	}

	private static boolean keepsSome(@Nullable Expression parameter) {
		return parameter instanceof NumberLiteral number && number.value() >= 1;
	}

}
