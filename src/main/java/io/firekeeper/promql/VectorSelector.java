package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Series by name and labels.
 *
 * @param name the metric's name written before the braces, or null
 * @param matchers the matchers inside the braces, in the order of the source
 * @param offset how far back it looks, or null; never zero
 * @param at at which time it looks, or null
 * @param extension how the borders of its window are filled, or null
 * @param range where, with its modifiers
 */
public record VectorSelector(@Nullable String name, List<Matcher> matchers, @Nullable DurationExpression offset,
		@Nullable At at, @Nullable Extension extension, Range range) implements Expression {

	public VectorSelector {
		matchers = List.copyOf(matchers);
	}

	@Override
	public ValueType type() {
		return ValueType.VECTOR;
	}

	@Override
	public List<Expression> children() {
		return List.of();
	}

	/**
	 * The one metric that it can select: its name before the braces or from an equal
	 * matcher of {@code __name__}; null when there is none.
	 */
	public @Nullable String metricName() {
		if (this.name != null) {
			return this.name;
		}
		return this.matchers.stream()
			.filter((matcher) -> matcher.isOnName() && matcher.type() == MatchType.EQUAL)
			.map(Matcher::value)
			.filter((value) -> !value.isEmpty())
			.findFirst()
			.orElse(null);
	}

	/** The same with other matchers inside the braces. */
	public VectorSelector withMatchers(List<Matcher> matchers) {
		return new VectorSelector(this.name, matchers, this.offset, this.at, this.extension, this.range);
	}

}
