package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/** An aggregation (prometheus/prometheus {@code promql/parser/lex.go}). */
public enum AggregationOperator {

	/** Mean. */
	AVG("avg", null, false),

	/** The smallest k series. */
	BOTTOMK("bottomk", ValueType.SCALAR, false),

	/** Number of series. */
	COUNT("count", null, false),

	/** Number of series with the same value. */
	COUNT_VALUES("count_values", ValueType.STRING, false),

	/** 1 for each group. */
	GROUP("group", null, false),

	/** A share of the series (since 2.54, experimental). */
	LIMIT_RATIO("limit_ratio", ValueType.SCALAR, true),

	/** k of the series (since 2.54, experimental). */
	LIMITK("limitk", ValueType.SCALAR, true),

	/** Greatest. */
	MAX("max", null, false),

	/** Smallest. */
	MIN("min", null, false),

	/** Quantile. */
	QUANTILE("quantile", ValueType.SCALAR, false),

	/** Standard deviation. */
	STDDEV("stddev", null, false),

	/** Variance. */
	STDVAR("stdvar", null, false),

	/** Sum. */
	SUM("sum", null, false),

	/** The greatest k series. */
	TOPK("topk", ValueType.SCALAR, false);

	private final String symbol;

	private final @Nullable ValueType parameter;

	private final boolean experimental;

	AggregationOperator(String symbol, @Nullable ValueType parameter, boolean experimental) {
		this.symbol = symbol;
		this.parameter = parameter;
		this.experimental = experimental;
	}

	/** As it is written. */
	public String symbol() {
		return this.symbol;
	}

	/** The type of its parameter, or null when it has none. */
	public @Nullable ValueType parameter() {
		return this.parameter;
	}

	/** Whether it needs {@link Feature#PROMQL_EXPERIMENTAL_FUNCTIONS}. */
	public boolean isExperimental() {
		return this.experimental;
	}

	/** Whether the series that come out keep all their labels, whatever the grouping. */
	public boolean keepsSeries() {
		return this == TOPK || this == BOTTOMK || this == LIMITK || this == LIMIT_RATIO;
	}

	/** Whether what comes out says how many series there are, whatever their values. */
	public boolean counts() {
		return this == COUNT || this == COUNT_VALUES || this == GROUP;
	}

}
