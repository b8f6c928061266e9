package io.firekeeper.promql.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorSelector;
import org.jspecify.annotations.Nullable;

/** What comes out of functions (prometheus/prometheus {@code promql/functions.go}). */
final class Calls {

	/** These give samples as they are. */
	private static final Set<String> KEEP_NAME = Set.of("last_over_time", "first_over_time", "sort", "sort_desc",
			"sort_by_label", "sort_by_label_desc", "info", "label_replace", "label_join");

	/** These give one result for each series that goes in, whatever its value is. */
	private static final Set<String> KEEP_ALL = Set.of("abs", "ceil", "floor", "round", "sgn", "sqrt", "exp", "ln",
			"log2", "log10", "clamp_min", "clamp_max", "timestamp", "sort", "sort_desc", "label_replace", "label_join",
			"deg", "rad", "minute", "hour", "day_of_week", "day_of_month", "day_of_year", "days_in_month", "month",
			"year");

	private final Outcomes outcomes;

	Calls(Outcomes outcomes) {
		this.outcomes = outcomes;
	}

	List<Outcome> of(Call call) {
		String name = call.function().name();
		if (name.equals("absent") || name.equals("absent_over_time")) {
			return List.of(absent(call));
		}
		if (call.type() == ValueType.SCALAR) {
			return List.of(Outcome.number(call, scalar(call)));
		}
		Expression argument = seriesArgument(call);
		if (argument == null) {
			return List.of(Outcome.number(call, vector(call)));
		}
		return this.outcomes.within(argument).stream().map((inner) -> applied(call, inner)).toList();
	}

	private Outcome applied(Call call, Outcome inner) {
		String name = call.function().name();
		Labels labels = KEEP_NAME.contains(name) ? inner.labels() : inner.labels().nameless(call.range());
		Outcome outcome = inner.with(labels).withValue(null);
		return switch (name) {
			case "histogram_quantile", "histogram_fraction" ->
				outcome.with(labels.without("le", Fate.Reason.FUNCTION, call.range())).sometimes();
			case "histogram_quantiles" -> quantiles(call, outcome).sometimes();
			case "label_replace", "label_join" -> new LabelFunctions(call).applied(outcome).withValue(inner.value());
			case "info" -> outcome.with(labels.each((fate) -> fate.isAbsent() ? Fate.POSSIBLE : fate));
			case "clamp" -> clamped(call, outcome);
			case "sort", "sort_desc" -> outcome.withValue(inner.value());
			default -> KEEP_ALL.contains(name) ? outcome : outcome.sometimes();
		};
	}

	private static Outcome quantiles(Call call, Outcome outcome) {
		Labels labels = outcome.labels().without("le", Fate.Reason.FUNCTION, call.range());
		return (call.arguments().get(1) instanceof StringLiteral label)
				? outcome.with(labels.with(label.value(), Fate.present(call.range()))) : outcome.with(labels);
	}

	private Outcome clamped(Call call, Outcome outcome) {
		Double lower = this.outcomes.within(call.arguments().get(1)).getFirst().value();
		Double upper = this.outcomes.within(call.arguments().get(2)).getFirst().value();
		return (lower != null && upper != null && lower > upper) ? outcome.asDead(Outcome.Dead.Reason.BOUNDS_CROSSED,
				call.range(), Numbers.text(lower), Numbers.text(upper)) : outcome;
	}

	private Outcome absent(Call call) {
		Expression argument = inner(call.arguments().getFirst());
		Labels labels = Labels.none(Fate.Reason.NO_EQUAL_MATCHER, call.range());
		VectorSelector selector = (argument instanceof MatrixSelector matrix) ? matrix.selector()
				: (argument instanceof VectorSelector vector) ? vector : null;
		if (selector != null) {
			labels = absentLabels(selector, labels);
		}
		Outcome outcome = Outcome.of(call, labels).withValue(1.0).asFiltered();
		boolean there = this.outcomes.within(argument).stream().anyMatch((inner) -> inner.always() && !inner.isDead());
		return there ? outcome.asDead(Outcome.Dead.Reason.NEVER_ABSENT, argument.range()) : outcome;
	}

	/**
	 * A label has the value of its first equal matcher, unless a further matcher follows.
	 * When another one stands before, releases differ.
	 */
	private static Labels absentLabels(VectorSelector selector, Labels none) {
		Labels labels = none;
		Set<String> equal = new HashSet<>();
		for (Matcher matcher : selector.matchers()) {
			if (!matcher.isOnName()) {
				boolean first = matcher.type() == MatchType.EQUAL && equal.add(matcher.label());
				boolean other = labels.known().containsKey(matcher.label());
				labels = labels.with(matcher.label(), (!first || matcher.value().isEmpty()) ? none.others()
						: other ? Fate.POSSIBLE : Fate.present(matcher.range(), matcher.value()));
			}
		}
		return labels;
	}

	private @Nullable Double scalar(Call call) {
		return switch (call.function().name()) {
			case "pi" -> (Double) Math.PI;
			case "scalar" -> scalarOf(this.outcomes.within(call.arguments().getFirst()));
			default -> null;
		};
	}

	/** The value of the only series, if it is always the only one. */
	private static @Nullable Double scalarOf(List<Outcome> outcomes) {
		Outcome first = outcomes.getFirst();
		return (outcomes.size() == 1 && first.always() && first.labels().isEmpty()) ? first.value() : null;
	}

	private @Nullable Double vector(Call call) {
		return call.function().name().equals("vector")
				? this.outcomes.within(call.arguments().getFirst()).getFirst().value() : null;
	}

	/** The argument whose series come out, or null when it works on numbers. */
	static @Nullable Expression seriesArgument(Call call) {
		return call.arguments()
			.stream()
			.filter((argument) -> argument.type() == ValueType.VECTOR || argument.type() == ValueType.MATRIX)
			.findFirst()
			.orElse(null);
	}

	static Expression inner(Expression expression) {
		return (expression instanceof Parentheses parentheses) ? inner(parentheses.expression()) : expression;
	}

}
