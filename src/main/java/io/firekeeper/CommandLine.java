package io.firekeeper;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.firekeeper.cli.PipelineCommands;

/**
 * What {@code bin/firekeeper} runs: the console, or a tool that works without it.
 */
public final class CommandLine {

	static final int WRONG_USE = 2;

	private static final String USAGE = """
			firekeeper [serve] [--property=value …]   starts the console
			firekeeper audit verify [options]         checks the chain of the audit log
			    --export <file>        a JSON export of all entries instead of the database
			    --anchor <file>        audit-anchor.log of a console, to find a cut-off end too;
			                           that of the data directory unless another place is named
			firekeeper admin reset [options]          prints a one-time secret for a lost admin
			firekeeper check config|rules|alertmanager|web|targets FILE…
			                                          judges files without a database; see check --help
			firekeeper promql check|format|explain [EXPR…]
			                                          judges expressions; see promql check --help
			options of the database, otherwise the embedded one:
			    --data-directory <dir>        or FIREKEEPER_DATA_DIRECTORY, otherwise ./firekeeper-data
			    --url <jdbc:postgresql://…>   or SPRING_DATASOURCE_URL
			    --user <name>                 or SPRING_DATASOURCE_USERNAME
			    --password-file <file>        or SPRING_DATASOURCE_PASSWORD
			""";

	private static final Set<String> HELP = Set.of("help", "--help", "-h");

	private CommandLine() {
	}

	public static void main(String[] args) {
		if (isTool(args)) {
			System.exit(runTool(Arrays.asList(args)));
		}
		boolean named = args.length > 0 && args[0].equals("serve");
		FirekeeperApplication.main(named ? Arrays.copyOfRange(args, 1, args.length) : args);
	}

	/** Runs a tool and returns its exit status. */
	static int run(List<String> args, PrintStream out, PrintStream err) {
		if (!args.isEmpty() && PipelineCommands.isOne(args.getFirst())) {
			return PipelineCommands.run(args, System.in, out, err);
		}
		if (asksForHelp(args)) {
			out.print(USAGE);
			return 0;
		}
		try {
			int words = Math.min(2, args.size());
			String command = String.join(" ", args.subList(0, words));
			List<String> options = args.subList(words, args.size());
			return switch (command) {
				case "audit verify" -> new VerifyCommand(Options.parse(options), out, err).run();
				case "admin reset" -> new ResetCommand(Options.parse(options), out, err).run();
				default -> wrongUse("“" + command + "” is not a command.", err);
			};
		}
		catch (WrongOptionException ex) {
			return wrongUse(String.valueOf(ex.getMessage()), err);
		}
	}

	private static int runTool(List<String> args) {
		try (PrintStream out = utf8(FileDescriptor.out); PrintStream err = utf8(FileDescriptor.err)) {
			return run(args, out, err);
		}
	}

	/** Sentences hold more than ASCII, whatever the system's locale. */
	private static PrintStream utf8(FileDescriptor descriptor) {
		return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false,
				StandardCharsets.UTF_8);
	}

	private static boolean isTool(String[] args) {
		boolean serves = args.length == 0 || args[0].equals("serve") || args[0].startsWith("--");
		return !serves || asksForHelp(Arrays.asList(args));
	}

	private static boolean asksForHelp(List<String> args) {
		return !args.isEmpty() && (HELP.contains(args.getFirst()) || HELP.contains(args.getLast()));
	}

	private static int wrongUse(String why, PrintStream err) {
		err.println(why);
		err.print(USAGE);
		return WRONG_USE;
	}

}
