package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code firekeeper check …} and {@code firekeeper promql …}. */
@Command(name = "firekeeper", resourceBundle = PipelineCommands.USAGE)
public final class PipelineCommands {

	static final String USAGE = "i18n.cli.usage";

	private static final int COULD_NOT_RUN = 2;

	private static final Set<String> NAMES = Set.of("check", "promql");

	private PipelineCommands() {
	}

	/** Whether a first argument names one of these commands. */
	public static boolean isOne(String name) {
		return NAMES.contains(name);
	}

	/**
	 * Runs a command.
	 * @param args the arguments, the command's name first
	 * @param in what {@code -} reads, and expressions when none is an argument
	 * @param out where verdicts go
	 * @param err where wrong use is explained
	 * @return 0, 1 for findings of error severity, 2 when it could not run
	 */
	public static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
		CommandLine commands = new CommandLine(new PipelineCommands());
		commands.addSubcommand(new CheckCommand(in, out));
		commands.addSubcommand(new CommandLine(new PromQlCommand()).addSubcommand(new CheckExpressions(in, out))
			.addSubcommand(new FormatExpressions(in, out))
			.addSubcommand(new ExplainExpressions(in, out)));
		commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
		commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
		commands.setUsageHelpAutoWidth(true);
		commands.setParameterExceptionHandler(PipelineCommands::wrongUse);
		commands.setExecutionExceptionHandler(PipelineCommands::broken);
		return commands.execute(args.toArray(String[]::new));
	}

	private static int wrongUse(ParameterException ex, String[] args) {
		PrintWriter err = ex.getCommandLine().getErr();
		err.println(ex.getMessage());
		err.println("See " + ex.getCommandLine().getCommandSpec().qualifiedName() + " --help");
		return COULD_NOT_RUN;
	}

	private static int broken(Exception ex, CommandLine command, ParseResult parsed) {
		if (ex instanceof WrongUseException) {
			command.getErr().println(ex.getMessage());
		}
		else {
			ex.printStackTrace(command.getErr());
		}
		return COULD_NOT_RUN;
	}

}
