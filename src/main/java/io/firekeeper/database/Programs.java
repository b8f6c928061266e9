package io.firekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. Their output goes to a file, since a server that they leave
 * behind would keep a pipe open.
 *
 * @param prefix what stands before each command, to run it without root's rights
 * @param log the directory for output
 */
record Programs(List<String> prefix, Path log) {

	private static final Duration DEADLINE = Duration.ofMinutes(3);

	/**
	 * Runs a program to its end.
	 * @throws DatabaseStartException with its output when it fails
	 */
	void run(Path program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(this.prefix);
		command.add(program.toString());
		command.addAll(List.of(arguments));
		Path output = this.log.resolve(program.getFileName() + ".out");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectInput(Path.of("/dev/null").toFile())
			.redirectOutput(output.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG") || name.startsWith("LC_"));
		builder.environment().put("LC_ALL", "C");
		if (!succeeds(builder)) {
			throw new DatabaseStartException(
					program.getFileName() + " of the embedded PostgreSQL failed: " + Files.readString(output).strip(),
					"See the logs in " + this.log + ", or use a PostgreSQL of your own: set spring.datasource.url.",
					null);
		}
	}

	/** Whether a command ends with status 0 in time. */
	static boolean succeeds(ProcessBuilder builder) throws IOException {
		Process process = builder.start();
		try {
			if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
				process.destroyForcibly();
				return false;
			}
			return process.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
