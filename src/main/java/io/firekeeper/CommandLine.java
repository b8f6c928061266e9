package io.firekeeper;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

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
		try {
			Options options = Options.parse(args.subList(Math.min(2, args.size()), args.size()));
			return switch (String.join(" ", args.subList(0, Math.min(2, args.size())))) {
				case "audit verify" -> new VerifyCommand(options, out, err).run();
				case "admin reset" -> new ResetCommand(options, out, err).run();
				default -> usage(err);
			};
		}
		catch (WrongOptionException ex) {
			err.println(ex.getMessage());
			return usage(err);
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
		return args.length > 0 && !args[0].equals("serve") && !args[0].startsWith("--");
	}

	private static int usage(PrintStream err) {
		err.print(USAGE);
		return WRONG_USE;
	}

}
