package io.firekeeper.promql;

import java.util.List;

/** Stands in for an expression that could not be read, while reading goes on. */
final class Broken {

	private static final Function FUNCTION = new Function("", List.of(), 0, ValueType.VECTOR, Release.OLDEST, null,
			null);

	private Broken() {
	}

	static Expression at(Range range) {
		return new Call(FUNCTION, List.of(), range);
	}

	static boolean is(Expression expression) {
		return expression instanceof Call call && call.function() == FUNCTION;
	}

}
