package io.firekeeper.promql;

import java.util.List;
import java.util.function.Consumer;

/**
 * A PromQL expression with the place of each part in its source. Trees are immutable;
 * they come from {@link PromQl#parse} and are valid: types fit, functions exist.
 */
public sealed interface Expression permits NumberLiteral, StringLiteral, VectorSelector, MatrixSelector, Subquery, Call,
		Aggregation, Binary, Unary, Parentheses {

	/** Where it stands in the source, as Prometheus sees it, in UTF-16 code units. */
	Range range();

	/** The type of its value. */
	ValueType type();

	/** The expressions directly inside, in the order of the source. */
	List<Expression> children();

	/** Shows a visitor this expression and everything in it, outermost first. */
	default void forEach(Consumer<Expression> visitor) {
		visitor.accept(this);
		children().forEach((child) -> child.forEach(visitor));
	}

}
