package io.firekeeper.promql;

import java.util.List;

/**
 * A call of a function.
 *
 * @param function which
 * @param arguments its arguments
 * @param range where
 */
public record Call(Function function, List<Expression> arguments, Range range) implements Expression {

	public Call {
		arguments = List.copyOf(arguments);
	}

	@Override
	public ValueType type() {
		return this.function.result();
	}

	@Override
	public List<Expression> children() {
		return this.arguments;
	}

}
