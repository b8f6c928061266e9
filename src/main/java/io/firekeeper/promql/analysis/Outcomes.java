package io.firekeeper.promql.analysis;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.Subquery;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorSelector;

/**
 * Finds what can come out of an expression and of its parts, of each part once. Several
 * threads may ask.
 */
public final class Outcomes {

	/** More alternatives than these are merged, so that no expression exhausts memory. */
	static final int MOST = 64;

	private final Map<Expression, List<Outcome>> found = new IdentityHashMap<>();

	/** All ways in which the expression can give a result, the dead ones included. */
	public static List<Outcome> of(Expression expression) {
		return new Outcomes().within(expression);
	}

	/** The same of a part of the expression that this is about. */
	public synchronized List<Outcome> within(Expression part) {
		List<Outcome> known = this.found.get(part);
		if (known == null) {
			known = find(part);
			this.found.put(part, known);
		}
		return known;
	}

	private List<Outcome> find(Expression expression) {
		return switch (expression) {
			case NumberLiteral number -> List.of(Outcome.number(number, number.value()));
			case StringLiteral string -> List.of(Outcome.number(string, null));
			case Parentheses parentheses -> within(parentheses.expression());
			case VectorSelector selector -> List.of(Outcome.of(selector, SelectedLabels.of(selector)));
			case MatrixSelector matrix -> within(matrix.selector());
			case Subquery subquery -> within(subquery.expression()).stream().map(Outcome::sometimes).toList();
			case Unary unary -> within(unary.expression()).stream().map((inner) -> signed(unary, inner)).toList();
			case Call call -> new Calls(this).of(call);
			case Aggregation aggregation -> Aggregations.of(aggregation, within(aggregation.expression()));
			case Binary binary -> Matchings.of(binary, this);
		};
	}

	private static Outcome signed(Unary unary, Outcome inner) {
		Double value = inner.value();
		Double signed = (value != null && unary.minus()) ? (Double) (-value) : value;
		return (unary.type() == ValueType.SCALAR) ? inner.withValue(signed)
				: inner.with(inner.labels().nameless(unary.range())).withValue(signed);
	}

}
