package io.firekeeper.cli;

import java.util.List;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import org.jspecify.annotations.Nullable;

/**
 * What became of an expression for one target.
 *
 * @param source the expression
 * @param target for what it was judged
 * @param dialect the language of that target
 * @param expression the tree, or null when it was refused
 * @param canonical its one-line form, or null when it was refused
 * @param pretty its form on several lines, or null when it was refused
 * @param findings what is wrong, first what Prometheus reports
 */
record ExpressionVerdict(Expressions.Source source, ProgramVersion target, Dialect dialect,
		@Nullable Expression expression, @Nullable String canonical, @Nullable String pretty, List<Reported> findings) {

	ExpressionVerdict {
		findings = List.copyOf(findings);
	}

	/** Of an expression that was accepted. */
	static ExpressionVerdict of(Expressions.Source source, ProgramVersion target, Dialect dialect,
			Expression expression) {
		return new ExpressionVerdict(source, target, dialect, expression, PromQl.print(expression, dialect),
				PromQl.prettify(expression, dialect), List.of());
	}

	/** The same with another tree. */
	ExpressionVerdict with(Expression other) {
		return of(this.source, this.target, this.dialect, other);
	}

	boolean accepted() {
		return this.expression != null;
	}

}
