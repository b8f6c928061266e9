package io.firekeeper.checks.rules;

import java.util.stream.Stream;

import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Parentheses;

/**
 * Goes through expressions.
 */
final class Parts {

	private Parts() {
	}

	/** An expression and everything in it, outermost first. */
	static Stream<Expression> of(Expression expression) {
		return Stream.concat(Stream.of(expression), expression.children().stream().flatMap(Parts::of));
	}

	/** Everything of one sort within an expression. */
	static <T extends Expression> Stream<T> of(Expression expression, Class<T> type) {
		return of(expression).filter(type::isInstance).map(type::cast);
	}

	/** The expression within parentheses. */
	static Expression bare(Expression expression) {
		return (expression instanceof Parentheses parentheses) ? bare(parentheses.expression()) : expression;
	}

}
