package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;

import picocli.CommandLine.Command;

/** {@code promql explain}: what each part of an expression means. */
@Command(name = "explain", resourceBundle = PipelineCommands.USAGE)
final class ExplainExpressions extends ExpressionsCommand {

	ExplainExpressions(InputStream in, PrintStream out) {
		super(in, out);
	}

	@Override
	void print(ExpressionVerdict verdict, Report report) {
		if (verdict.accepted()) {
			report.explained(verdict, Explanation.of(verdict));
		}
		else {
			report.checked(verdict);
		}
	}

}
