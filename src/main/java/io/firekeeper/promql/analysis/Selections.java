package io.firekeeper.promql.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.firekeeper.promql.Expression;
import io.firekeeper.promql.VectorSelector;

/** Finds the selectors of an expression. */
public final class Selections {

	private Selections() {
	}

	/** All of them, in the order of the source. */
	public static List<Selection> of(Expression expression) {
		List<Selection> found = new ArrayList<>();
		collect(expression, new ArrayDeque<>(), found);
		return found;
	}

	/** The names of all metrics that it reads, as far as they are written down. */
	public static Set<String> metrics(Expression expression) {
		Set<String> names = new TreeSet<>();
		of(expression).forEach((selection) -> names.addAll(selection.metrics()));
		return names;
	}

	private static void collect(Expression part, Deque<Expression> around, List<Selection> found) {
		if (part instanceof VectorSelector selector) {
			found.add(new Selection(selector, List.copyOf(around)));
		}
		around.push(part);
		part.children().forEach((child) -> collect(child, around, found));
		around.pop();
	}

}
