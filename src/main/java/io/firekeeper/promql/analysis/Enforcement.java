package io.firekeeper.promql.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.Subquery;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.VectorSelector;

/**
 * Restricts expressions to the series that a matcher allows: it is put into every
 * selector of the tree, beside whatever stands there, so that no expression can read
 * other series. {@code info} without a selector gets one; it then adds no other label
 * than those of the matcher.
 */
public final class Enforcement {

	private static final Range NOWHERE = new Range(0, 0);

	private final Matcher matcher;

	private Enforcement(Matcher matcher) {
		this.matcher = matcher;
	}

	/**
	 * Of a condition on one label.
	 * @param label the label's name
	 * @param type how it compares
	 * @param value the value, or the regular expression
	 */
	public static Enforcement of(String label, MatchType type, String value) {
		return new Enforcement(new Matcher(label, type, value, NOWHERE));
	}

	/** The restricted expression; ranges are those of the given one. */
	public Expression applyTo(Expression expression) {
		return rewrite(expression, this::restrict);
	}

	private VectorSelector restrict(VectorSelector selector) {
		List<Matcher> matchers = new ArrayList<>(selector.matchers());
		matchers.add(this.matcher);
		return selector.withMatchers(matchers);
	}

	private Expression rewrite(Expression part, UnaryOperator<VectorSelector> change) {
		return switch (part) {
			case NumberLiteral number -> number;
			case StringLiteral string -> string;
			case VectorSelector selector -> change.apply(selector);
			case MatrixSelector matrix ->
				new MatrixSelector(change.apply(matrix.selector()), matrix.window(), matrix.range());
			case Subquery query -> new Subquery(rewrite(query.expression(), change), query.window(), query.step(),
					query.offset(), query.at(), query.range());
			case Call call -> new Call(call.function(), arguments(call, change), call.range());
			case Aggregation aggregation -> rewrite(aggregation, change);
			case Binary binary ->
				new Binary(binary.operator(), rewrite(binary.left(), change), rewrite(binary.right(), change),
						binary.returnBool(), binary.matching(), binary.operatorRange(), binary.range());
			case Unary unary -> new Unary(unary.minus(), rewrite(unary.expression(), change), unary.range());
			case Parentheses parentheses ->
				new Parentheses(rewrite(parentheses.expression(), change), parentheses.range());
		};
	}

	private Aggregation rewrite(Aggregation aggregation, UnaryOperator<VectorSelector> change) {
		Expression parameter = aggregation.parameter();
		return new Aggregation(aggregation.operator(), (parameter != null) ? rewrite(parameter, change) : null,
				rewrite(aggregation.expression(), change), aggregation.grouping(), aggregation.range());
	}

	private List<Expression> arguments(Call call, UnaryOperator<VectorSelector> change) {
		List<Expression> arguments = new ArrayList<>();
		call.arguments().forEach((argument) -> arguments.add(rewrite(argument, change)));
		if (call.function().name().equals("info") && arguments.size() == 1) {
			arguments.add(new VectorSelector(null, List.of(this.matcher), null, null, null, call.range()));
		}
		return arguments;
	}

}
