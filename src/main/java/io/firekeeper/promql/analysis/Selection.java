package io.firekeeper.promql.analysis;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.firekeeper.promql.Call;
import io.firekeeper.promql.DurationExpression;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/**
 * A selector within an expression.
 *
 * @param selector which series
 * @param around the parts that it stands in, the innermost first
 */
public record Selection(VectorSelector selector, List<Expression> around) {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");

	public Selection {
		around = List.copyOf(around);
	}

	/** The window over which it is read, or null for an instant. */
	public @Nullable DurationExpression window() {
		return (!this.around.isEmpty() && this.around.getFirst() instanceof MatrixSelector matrix) ? matrix.window()
				: null;
	}

	/** The function that reads its window, such as {@code rate}, or null. */
	public @Nullable Call windowFunction() {
		return (window() == null) ? null
				: this.around.stream()
					.skip(1)
					.filter((part) -> !(part instanceof Parentheses))
					.findFirst()
					.filter(Call.class::isInstance)
					.map(Call.class::cast)
					.orElse(null);
	}

	/**
	 * The names of the metrics that it can select; empty when any may be. An alternation
	 * such as {@code __name__=~"a|b"} counts as its names.
	 */
	public Set<String> metrics() {
		if (this.selector.metricName() instanceof String name) {
			return Set.of(name);
		}
		return this.selector.matchers()
			.stream()
			.filter((matcher) -> matcher.isOnName() && matcher.type() == MatchType.REGEX)
			.map((matcher) -> List.of(matcher.value().split("\\|", -1)))
			.filter((names) -> names.stream().allMatch((name) -> NAME.matcher(name).matches()))
			.findFirst()
			.map((names) -> (Set<String>) new TreeSet<>(names))
			.orElse(Set.of());
	}

}
