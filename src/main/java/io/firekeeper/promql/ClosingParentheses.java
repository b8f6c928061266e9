package io.firekeeper.promql;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Where Prometheus 3.5 and 3.6 believe that calls and aggregations end: they count
 * closing parentheses and miss those of matchings, which moves the places of some errors
 * (prometheus/prometheus issue 16053, mended in 3.7).
 */
final class ClosingParentheses {

	private final Map<Expression, Integer> ends = new IdentityHashMap<>(0);

	private final boolean counted;

	private int[] read = new int[8];

	private int count;

	private int taken;

	ClosingParentheses(Grammar grammar) {
		this.counted = grammar.countsParentheses();
	}

	void read(int end) {
		if (this.counted) {
			if (this.count == this.read.length) {
				this.read = Arrays.copyOf(this.read, this.count * 2);
			}
			this.read[this.count++] = end;
		}
	}

	/** Takes one, for a pair of parentheses. */
	void take() {
		if (this.taken < this.count) {
			this.taken++;
		}
	}

	/** Takes one, unless it is the last, for a clause of an aggregation. */
	void takeUnlessLast() {
		if (this.count - this.taken > 1) {
			this.taken++;
		}
	}

	/** Takes the one that ends an expression. */
	<T extends Expression> T end(T expression) {
		if (this.taken < this.count) {
			this.ends.put(expression, this.read[this.taken]);
		}
		take();
		return expression;
	}

	/** Where Prometheus believes that an expression ends. */
	int endOf(Expression expression) {
		return switch (expression) {
			case Binary binary -> endOf(binary.right());
			case Unary unary -> endOf(unary.expression());
			default -> this.ends.getOrDefault(expression, expression.range().end());
		};
	}

}
