package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Parentheses;

/**
 * Goes through expressions.
 */
final class Parts {

	private Parts() {
	}

	/** Everything of one sort within an expression, outermost first. */
	static <T extends Expression> List<T> of(Expression expression, Class<T> type) {
		List<T> found = new ArrayList<>();
		expression.forEach((part) -> {
			if (type.isInstance(part)) {
				found.add(type.cast(part));
			}
		});
		return found;
	}

	/** An expression and everything in it by its sort, outermost first. */
	static Map<Class<?>, List<Expression>> bySort(Expression expression) {
		Map<Class<?>, List<Expression>> parts = new HashMap<>();
		expression.forEach((part) -> parts.computeIfAbsent(part.getClass(), (_) -> new ArrayList<>()).add(part));
		return parts;
	}

	/** The expression within parentheses. */
	static Expression bare(Expression expression) {
		return (expression instanceof Parentheses parentheses) ? bare(parentheses.expression()) : expression;
	}

}
