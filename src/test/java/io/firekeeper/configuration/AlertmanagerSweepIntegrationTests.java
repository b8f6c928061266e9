package io.firekeeper.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.configuration.alertmanager.AlertmanagerSchema;
import io.firekeeper.testing.RealBinaries;
import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Damaged alertmanager.yml, judged by real amtool and by us.
 * {@code -Dfirekeeper.generated=<count>} takes more than a sample.
 */
class AlertmanagerSweepIntegrationTests {

	private static final int COUNT = Integer.getInteger("firekeeper.generated", 600);

	private static final long SEED = Long.getLong("firekeeper.sweep.seed", 418);

	private static final int BATCH = 200;

	private static final Pattern ANSWER = Pattern
		.compile("Checking '[^']*/(\\d+)\\.yml'  (SUCCESS|FAILED)([\\s\\S]*?)(?=Checking '|\\z)");

	/** What is not in the file itself, and what Debian cut out of its 0.28. */
	private static final Pattern NOT_COMPARABLE = Pattern
		.compile("no such file|is a directory|permission denied|field jira_(configs|api_url) not found");

	/** Debian's 0.33 is built without Kafka and does not look into its outputs. */
	private static final String NOT_IN_DEBIAN = "kafka_outputs";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "0.25", "0.28", "0.33" })
	void whenAConfigurationIsDamagedThenWeSayWhatAmtoolSays(String release) throws Exception {
		compare(texts(), release);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.25", "0.28", "0.33" })
	void whenAKeyHasAnyValueThenWeSayWhatAmtoolSays(String release) throws Exception {
		List<String> texts = new ArrayList<>(
				SchemaExamples.ofAlertmanager(AlertmanagerSchema.SCHEMA, TargetVersion.parse(release)));
		texts.removeIf((text) -> text.contains(NOT_IN_DEBIAN));
		Collections.shuffle(texts, new Random(SEED));
		compare(texts.subList(0, Math.min(texts.size(), COUNT)), release);
	}

	private void compare(List<String> texts, String release) throws Exception {
		List<String> disagreements = new ArrayList<>();
		int accepted = 0;
		int start = 0;
		while (start < texts.size()) {
			List<String> batch = texts.subList(start, Math.min(texts.size(), start + BATCH));
			List<Answer> answers = ask(release, batch);
			for (Answer answer : answers) {
				accepted += answer.accepted() ? 1 : 0;
				compare(batch.get(answer.index()), answer, TargetVersion.parse(release), disagreements);
			}
			start += (answers.size() < batch.size()) ? answers.size() + 1 : batch.size();
		}
		assertThat(disagreements).as("of %s", texts.size()).isEmpty();
		assertThat(accepted).isBetween(texts.size() / 20, texts.size() * 19 / 20);
	}

	private static void compare(String text, Answer answer, TargetVersion version, List<String> disagreements) {
		Yaml.Reading reading = AlertmanagerSchema.read(text, version);
		if (reading.isAccepted() != answer.accepted() && !NOT_COMPARABLE.matcher(answer.message()).find()) {
			disagreements.add(text + "\namtool: " + answer + "\nwe: " + reading.problems());
		}
	}

	private static List<String> texts() throws IOException {
		List<String> bases = new ArrayList<>();
		for (JsonNode row : SharedCorpus.files("alertmanager")) {
			bases.add(SharedCorpus.text(row));
		}
		Mutations mutations = new Mutations(new Random(SEED));
		List<String> texts = new ArrayList<>();
		while (texts.size() < COUNT) {
			texts.add(mutations.mutate(bases.get(texts.size() % bases.size())));
		}
		return texts;
	}

	/** Fewer answers than texts when amtool crashes over one of them. */
	private List<Answer> ask(String release, List<String> texts) throws Exception {
		List<String> command = new ArrayList<>(List.of(RealBinaries.amtool(release).toString(), "check-config"));
		for (int index = 0; index < texts.size(); index++) {
			Path file = this.folder.resolve(index + ".yml");
			Files.write(file, texts.get(index).getBytes(StandardCharsets.UTF_8));
			command.add(file.toString());
		}
		Process amtool = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String output = new String(amtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		amtool.waitFor();
		List<Answer> answers = new ArrayList<>();
		Matcher answer = ANSWER.matcher(output);
		while (answer.find()) {
			answers
				.add(new Answer(Integer.parseInt(answer.group(1)), answer.group(2).equals("SUCCESS"), answer.group(3)));
		}
		return answers;
	}

	private record Answer(int index, boolean accepted, String message) {

	}

}
