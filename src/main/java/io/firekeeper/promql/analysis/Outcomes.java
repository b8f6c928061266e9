package io.firekeeper.promql.analysis;

import java.util.List;

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

/** Finds what can come out of an expression. */
public final class Outcomes {

	/** More alternatives than these are merged, so that no expression exhausts memory. */
	static final int MOST = 64;

	private Outcomes() {
	}

	/** All ways in which the expression can give a result, the dead ones included. */
	public static List<Outcome> of(Expression expression) {
		return switch (expression) {
			case NumberLiteral number -> List.of(Outcome.number(number, number.value()));
			case StringLiteral string -> List.of(Outcome.number(string, null));
			case Parentheses parentheses -> of(parentheses.expression());
			case VectorSelector selector -> List.of(Outcome.of(selector, SelectedLabels.of(selector)));
			case MatrixSelector matrix -> of(matrix.selector());
			case Subquery subquery -> of(subquery.expression()).stream().map(Outcome::sometimes).toList();
			case Unary unary -> of(unary.expression()).stream().map((inner) -> signed(unary, inner)).toList();
			case Call call -> Calls.of(call);
			case Aggregation aggregation -> Aggregations.of(aggregation);
			case Binary binary -> Matchings.of(binary);
		};
	}

	private static Outcome signed(Unary unary, Outcome inner) {
		Double value = inner.value();
		Double signed = (value != null && unary.minus()) ? (Double) (-value) : value;
		return (unary.type() == ValueType.SCALAR) ? inner.withValue(signed)
				: inner.with(inner.labels().nameless(unary.range())).withValue(signed);
	}

}
