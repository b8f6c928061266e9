package io.firekeeper.cli;

import java.util.List;
import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.Finding;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.SourcePosition;
import io.firekeeper.promql.SyntaxProblem;

/** Judges expressions for one target. */
final class ExpressionJudge {

	private final Sentences sentences;

	private final ProgramVersion target;

	private final Dialect dialect;

	ExpressionJudge(Sentences sentences, ProgramVersion target, Set<Feature> features) {
		this.sentences = sentences;
		this.target = target;
		this.dialect = target.dialect(features);
	}

	/** The language of the target. */
	Dialect dialect() {
		return this.dialect;
	}

	ExpressionVerdict judge(Expressions.Source source) {
		Parsed parsed = PromQl.parse(source.text(), this.dialect);
		Expression expression = parsed.expression();
		if (expression == null) {
			List<Reported> findings = parsed.problems()
				.stream()
				.map((problem) -> reported(problem, source.text()))
				.toList();
			return new ExpressionVerdict(source, this.target, this.dialect, null, null, null, findings);
		}
		return ExpressionVerdict.of(source, this.target, this.dialect, expression);
	}

	private Reported reported(SyntaxProblem problem, String text) {
		List<String> notes = this.sentences.of(problem.notes());
		return new Reported(Severity.ERROR, Finding.SCHEMA, "promql." + problem.code(), problem.position().line(),
				column(problem.position(), text), null,
				this.sentences.of("promql.problem." + problem.code(), problem.arguments()), notes, null);
	}

	/** In characters, as those of files are. */
	private static int column(SourcePosition position, String text) {
		String line = text.lines().skip(position.line() - 1L).findFirst().orElse("");
		return line.codePointCount(0, Math.min(position.column() - 1, line.length())) + 1;
	}

}
