package io.firekeeper.cli;

import io.firekeeper.faults.Message;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.AggregationOperator;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.Subquery;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorMatching;
import io.firekeeper.promql.VectorSelector;

/** What a part of an expression means, apart from what stands in it. */
final class Meaning {

	private Meaning() {
	}

	static Message of(Expression part) {
		return switch (part) {
			case NumberLiteral number -> Message.of("cli.explain.number");
			case StringLiteral string -> Message.of("cli.explain.string");
			case VectorSelector selector -> selector(selector);
			case MatrixSelector selector -> Message.of("cli.explain.window");
			case Subquery subquery -> Message.of("cli.explain.subquery");
			case Call call -> Message.of("cli.explain.call." + call.type().code(), call.function().name());
			case Aggregation aggregation -> aggregation(aggregation);
			case Binary binary -> binary(binary);
			case Unary unary -> Message.of("cli.explain.sign");
			case Parentheses parentheses -> of(parentheses.expression());
		};
	}

	private static Message selector(VectorSelector selector) {
		boolean moved = selector.offset() != null || selector.at() != null;
		return Message.of(moved ? "cli.explain.selector.moved" : "cli.explain.selector", selector.matchers().size());
	}

	private static Message aggregation(Aggregation aggregation) {
		AggregationOperator operator = aggregation.operator();
		String what = operator.keepsSeries() ? "cli.explain.selection."
				: (operator == AggregationOperator.COUNT_VALUES) ? "cli.explain.values." : "cli.explain.aggregation.";
		Grouping grouping = aggregation.grouping();
		if (grouping == null || (grouping.labels().isEmpty() && !grouping.without())) {
			return Message.of(what + "all", operator.symbol());
		}
		if (grouping.labels().isEmpty()) {
			return Message.of(what + "each", operator.symbol());
		}
		return Message.of(what + (grouping.without() ? "without" : "by"), operator.symbol(),
				String.join(", ", grouping.labels()));
	}

	private static Message binary(Binary binary) {
		String operator = binary.operator().symbol() + (binary.returnBool() ? " bool" : "");
		VectorMatching matching = binary.matching();
		if (matching == null) {
			return Message.of(
					(binary.type() == ValueType.SCALAR) ? "cli.explain.binary.scalars" : "cli.explain.binary.scalar",
					operator);
		}
		String how = matching.on() ? "cli.explain.binary.on" : "cli.explain.binary.ignoring";
		return Message.of(matching.labels().isEmpty() ? how + ".none" : how, operator,
				String.join(", ", matching.labels()));
	}

}
