package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** An expression without places, with matchers in order: equal when it means the same. */
public final class Shape {

	private static final Range NOWHERE = new Range(0, 0);

	/** Makes a negative zero, which is printed without its sign, positive. */
	private static final double POSITIVE_ZERO = 0.0;

	private Shape() {
	}

	public static @Nullable Expression of(@Nullable Expression expression) {
		return switch (expression) {
			case null -> null;
			case NumberLiteral of -> new NumberLiteral(of.value(), of.duration(), NOWHERE);
			case StringLiteral of -> new StringLiteral(of.value(), NOWHERE);
			case VectorSelector of -> selector(of);
			case MatrixSelector of -> new MatrixSelector(selector(of.selector()), window(of.window()), NOWHERE);
			case Subquery of -> new Subquery(some(of.expression()), window(of.window()), maybe(of.step()),
					maybe(of.offset()), of.at(), NOWHERE);
			case Call of -> new Call(of.function(), of.arguments().stream().map(Shape::some).toList(), NOWHERE);
			case Aggregation of -> new Aggregation(of.operator(), of(of.parameter()), some(of.expression()),
					grouping(of.grouping()), NOWHERE);
			case Binary of -> new Binary(of.operator(), some(of.left()), some(of.right()), of.returnBool(),
					of.matching(), NOWHERE, NOWHERE);
			case Unary of -> new Unary(of.minus(), some(of.expression()), NOWHERE);
			case Parentheses of -> new Parentheses(some(of.expression()), NOWHERE);
		};
	}

	private static Expression some(Expression expression) {
		return java.util.Objects.requireNonNull(of(expression));
	}

	private static VectorSelector selector(VectorSelector of) {
		List<Matcher> matchers = new ArrayList<>();
		of.matchers()
			.forEach((matcher) -> matchers.add(new Matcher(matcher.label(), matcher.type(), matcher.value(), NOWHERE)));
		matchers.sort(Comparator.comparing(Matcher::toString));
		return new VectorSelector(of.name(), matchers, maybe(of.offset()), of.at(), of.extension(), NOWHERE);
	}

	private static @Nullable Grouping grouping(@Nullable Grouping of) {
		if (of == null || !of.without() && of.labels().isEmpty()) {
			return null;
		}
		return new Grouping(of.without(), of.labels(), NOWHERE);
	}

	/** A literal window is printed as a duration, whatever it was written as. */
	private static DurationExpression window(DurationExpression of) {
		return (of instanceof DurationExpression.Literal literal)
				? new DurationExpression.Literal(literal.milliseconds() / 1000.0, true, NOWHERE) : part(of);
	}

	/** What is shorter than a millisecond is printed as nothing. */
	private static @Nullable DurationExpression maybe(@Nullable DurationExpression of) {
		boolean nothing = of instanceof DurationExpression.Literal literal && literal.milliseconds() == 0;
		return (of != null && !nothing) ? window(of) : null;
	}

	private static DurationExpression part(DurationExpression part) {
		return switch (part) {
			case DurationExpression.Literal of ->
				new DurationExpression.Literal(of.seconds() + POSITIVE_ZERO, of.duration(), NOWHERE);
			case DurationExpression.Operation of -> new DurationExpression.Operation(of.operator(), part(of.left()),
					part(of.right()), of.parenthesized(), NOWHERE);
			case DurationExpression.Negation of ->
				new DurationExpression.Negation(part(of.operand()), of.parenthesized(), NOWHERE);
			case DurationExpression.QueryValue of ->
				new DurationExpression.QueryValue(of.kind(), of.parenthesized(), NOWHERE);
			case DurationExpression.Extremum of -> new DurationExpression.Extremum(of.maximum(), part(of.left()),
					part(of.right()), of.parenthesized(), NOWHERE);
		};
	}

}
