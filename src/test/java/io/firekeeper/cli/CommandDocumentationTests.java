package io.firekeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of docs/cli.md print what stands there. */
class CommandDocumentationTests {

	/** A file: its name in backquotes, a colon, and its text. */
	private static final Pattern FILE = Pattern.compile("`([a-z.]+)`:\n\n```yaml\n(.*?)```\n", Pattern.DOTALL);

	/** A session: a command behind a dollar sign, and what it prints. */
	private static final Pattern SESSION = Pattern.compile("```console\n\\$ bin/firekeeper ([^\n]*)\n(.*?)```\n",
			Pattern.DOTALL);

	private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

	private static final String STATUS = "; echo $?";

	@TempDir
	private Path directory;

	@Test
	void whenAnExampleRunsThenItPrintsWhatTheDocumentSays() throws IOException {
		String document = Files.readString(Path.of("docs/cli.md"));
		List<String> names = new ArrayList<>();
		for (MatchResult file : FILE.matcher(document).results().toList()) {
			Files.writeString(this.directory.resolve(file.group(1)), file.group(2));
			names.add(file.group(1));
		}
		List<MatchResult> sessions = SESSION.matcher(document).results().toList();
		assertThat(sessions).hasSizeGreaterThan(5);
		for (MatchResult session : sessions) {
			assertThat(output(session.group(1), names)).isEqualTo(session.group(2));
		}
	}

	private String output(String command, List<String> names) {
		String[] words = WORD.matcher(command.replace(STATUS, ""))
			.results()
			.map((word) -> (word.group(1) != null) ? word.group(1) : word.group(2))
			.map((word) -> names.contains(word) ? this.directory.resolve(word).toString() : word)
			.toArray(String[]::new);
		Run run = Run.of(words);
		return (run.out() + run.err()).replace(this.directory + "/", "")
				+ (command.endsWith(STATUS) ? run.status() + "\n" : "");
	}

}
