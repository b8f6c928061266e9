package io.firekeeper.ruletests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * Runs {@code promtool test rules} in a directory of its own, without environment, for a
 * limited time.
 */
final class Promtool {

	static final String RULES = "rules.yml";

	private static final int MOST_OUTPUT = 64 * 1024;

	private final @Nullable Path program;

	private final Duration timeLimit;

	Promtool(@Nullable Path program, Duration timeLimit) {
		this.program = program;
		this.timeLimit = timeLimit;
	}

	/**
	 * Runs the tests of a file.
	 * @param rules the text of the rule file that the tests call {@value #RULES}
	 * @param tests the text of the test file
	 */
	TestRun test(String rules, String tests) {
		if (this.program == null) {
			return new TestRun.NoPromtool();
		}
		try {
			Path directory = Files.createTempDirectory("firekeeper-rule-tests");
			try {
				Files.writeString(directory.resolve(RULES), rules);
				Files.writeString(directory.resolve("tests.yml"), tests);
				return run(this.program, directory);
			}
			finally {
				FileSystemUtils.deleteRecursively(directory);
			}
		}
		catch (IOException ex) {
			return new TestRun.NotRun(String.valueOf(ex.getMessage()));
		}
	}

	private TestRun run(Path program, Path directory) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(program.toString(), "test", "rules", "tests.yml");
		builder.environment().clear();
		Process process = builder.directory(directory.toFile()).redirectErrorStream(true).start();
		CompletableFuture<String> output = new CompletableFuture<>();
		Thread.ofVirtual().start(() -> output.complete(read(process.getInputStream())));
		try {
			if (!process.waitFor(this.timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
				return new TestRun.TimedOut();
			}
			return (process.exitValue() == 0) ? new TestRun.Passed() : new TestRun.Failed(output.join().strip());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new TestRun.NotRun("interrupted");
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	/** What comes after the limit is not read, so that the program ends on writing it. */
	private static String read(InputStream output) {
		try (output) {
			return new String(output.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
