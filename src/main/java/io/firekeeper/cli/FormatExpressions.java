package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.VectorSelector;
import io.firekeeper.promql.analysis.Enforcement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promql format}: each expression as Prometheus formats it. */
@Command(name = "format", resourceBundle = PipelineCommands.USAGE)
final class FormatExpressions extends ExpressionsCommand {

	private static final String METRIC = "x";

	@Option(names = "--one-line")
	private boolean oneLine;

	@Option(names = "--matcher", paramLabel = "MATCHER")
	private List<String> matchers = List.of();

	FormatExpressions(InputStream in, PrintStream out) {
		super(in, out);
	}

	@Override
	void prepare(Dialect dialect) {
		this.matchers.forEach((text) -> matchers(text, dialect));
	}

	@Override
	void print(ExpressionVerdict verdict, Report report) {
		report.formatted(restricted(verdict), this.oneLine);
	}

	private ExpressionVerdict restricted(ExpressionVerdict verdict) {
		Expression expression = verdict.expression();
		if (expression == null) {
			return verdict;
		}
		for (String text : this.matchers) {
			for (Matcher matcher : matchers(text, verdict.dialect())) {
				expression = Enforcement.of(matcher.label(), matcher.type(), matcher.value()).applyTo(expression);
			}
		}
		return this.matchers.isEmpty() ? verdict : verdict.with(expression);
	}

	/** What stands between the braces of a selector. */
	private List<Matcher> matchers(String text, Dialect dialect) {
		String selector = METRIC + "{" + text + "}";
		if (PromQl.parse(selector, dialect).expression() instanceof VectorSelector read && METRIC.equals(read.name())
				&& read.range().end() == selector.length() && !read.matchers().isEmpty()) {
			return read.matchers();
		}
		throw wrongUse(
				"--matcher takes what stands between the braces of a selector, such as env=\"prod\", not " + text);
	}

}
