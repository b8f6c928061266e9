package io.firekeeper.configuration.alertmanager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The verdicts of real amtool on the shared corpus of real files. Where the corpus is not
 * beside the checkout nothing is tested.
 */
class AlertmanagerCorpusTests {

	private static final @Nullable Path CORPUS = Stream
		.of(Path.of(System.getProperty("user.dir"), "..", "shared", "corpus"), Path.of("/work/shared/corpus"))
		.filter((path) -> Files.exists(path.resolve("oracle/files.jsonl")))
		.findFirst()
		.orElse(null);

	@Test
	void whenAmtoolGaveAVerdictThenWeAgree() throws IOException {
		assumeTrue(CORPUS != null, "no corpus beside this checkout");
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		JsonMapper json = new JsonMapper();
		for (String line : Files.readAllLines(CORPUS.resolve("oracle/files.jsonl"))) {
			JsonNode row = json.readTree(line);
			if (!row.get("kind").asString().equals("alertmanager")) {
				continue;
			}
			for (String version : List.of("0.25", "0.28", "0.33")) {
				compared++;
				compare(row, version, disagreements);
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(compared).isGreaterThan(400);
	}

	private static void compare(JsonNode row, String version, List<String> disagreements) throws IOException {
		boolean accepted = row.get("verdict").get(version).asString().equals("ok");
		List<Problem> problems = problems(row, version);
		if (accepted != problems.isEmpty()) {
			disagreements.add(row.get("path").asString() + " " + version + " " + row.path("message") + problems);
		}
	}

	private static List<Problem> problems(JsonNode row, String release) throws IOException {
		byte[] bytes = Files.readAllBytes(Objects.requireNonNull(CORPUS).resolve(row.get("path").asString()));
		Yaml.Reading reading = Yaml.read(new String(bytes, StandardCharsets.UTF_8), Yaml.USER_LIMIT);
		if (reading.root() == null) {
			return reading.problems();
		}
		return AlertmanagerSchema.check(reading.root(), TargetVersion.parse(release))
			.stream()
			.filter((problem) -> !problem.isWarning())
			.toList();
	}

}
