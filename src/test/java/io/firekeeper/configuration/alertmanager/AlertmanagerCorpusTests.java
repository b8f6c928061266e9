package io.firekeeper.configuration.alertmanager;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verdicts of real amtool on the shared corpus of real files. Where the corpus is not
 * beside the checkout nothing is tested.
 */
class AlertmanagerCorpusTests {

	@Test
	void whenAmtoolGaveAVerdictThenWeAgree() throws IOException {
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		for (JsonNode row : SharedCorpus.files("alertmanager")) {
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
		return AlertmanagerSchema.read(SharedCorpus.text(row), TargetVersion.parse(release))
			.problems()
			.stream()
			.filter((problem) -> problem.isError())
			.toList();
	}

}
