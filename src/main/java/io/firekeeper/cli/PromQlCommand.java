package io.firekeeper.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code promql}: the commands on expressions stand below it. */
@Command(name = "promql", resourceBundle = PipelineCommands.USAGE)
final class PromQlCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = { "-h", "--help" }, usageHelp = true)
	private boolean help;

	@Override
	public Integer call() {
		throw new ParameterException(this.spec.commandLine(), "check, format or explain must follow");
	}

}
