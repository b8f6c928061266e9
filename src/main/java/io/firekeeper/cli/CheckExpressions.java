package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;

import picocli.CommandLine.Command;

/** {@code promql check}: whether each expression is one, and its type. */
@Command(name = "check", resourceBundle = PipelineCommands.USAGE)
final class CheckExpressions extends ExpressionsCommand {

	CheckExpressions(InputStream in, PrintStream out) {
		super(in, out);
	}

	@Override
	void print(ExpressionVerdict verdict, Report report) {
		report.checked(verdict);
	}

}
