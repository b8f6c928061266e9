package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code promql format}: each expression as Prometheus formats it. */
@Command(name = "format", resourceBundle = PipelineCommands.USAGE)
final class FormatExpressions extends ExpressionsCommand {

	@Option(names = "--one-line")
	private boolean oneLine;

	FormatExpressions(InputStream in, PrintStream out) {
		super(in, out);
	}

	@Override
	void print(ExpressionVerdict verdict, Report report) {
		report.formatted(verdict, this.oneLine);
	}

}
