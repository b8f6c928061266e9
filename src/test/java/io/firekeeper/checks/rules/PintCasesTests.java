package io.firekeeper.checks.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The verdicts of pint's own tests that need no live server. Where the corpus is not
 * beside the checkout nothing is tested. The differences that are meant stand in
 * docs/checks.md with their reasons.
 */
class PintCasesTests {

	private static final @Nullable Path CASES = Stream
		.of(Path.of(System.getProperty("user.dir"), "..", "shared", "corpus"), Path.of("/work/shared/corpus"))
		.map((path) -> path.resolve("pint-cases/cases.jsonl"))
		.filter(Files::exists)
		.findFirst()
		.orElse(null);

	@Test
	void whenPintNeedsNoServerThenWeAgree() throws IOException {
		assumeTrue(CASES != null, "no corpus beside this checkout");
		List<String> differences = new ArrayList<>();
		Map<String, int[]> agreement = new TreeMap<>();
		JsonMapper json = new JsonMapper();
		for (String line : Files.readAllLines(CASES)) {
			JsonNode row = json.readTree(line);
			PintCase entry = PintCase.of(row);
			if (entry.isOurs() && !row.get("needs_live_prometheus").asBoolean()) {
				int[] counts = agreement.computeIfAbsent(entry.check(), (_) -> new int[2]);
				counts[1]++;
				if (entry.found() == entry.expected()) {
					counts[0]++;
				}
				else {
					differences
						.add(entry.check() + " " + entry.id() + " pint: " + entry.expected() + "\n" + entry.rule());
				}
			}
		}
		agreement.forEach((check, counts) -> System.out.println(check + " " + counts[0] + "/" + counts[1]));
		assertThat(differences).isEmpty();
	}

}
