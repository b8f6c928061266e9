package io.firekeeper.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command gives the verdicts of real promtool and amtool on whole folders of the
 * shared corpus. What the two cannot agree on is listed in docs/fidelity.md.
 */
class CommandCorpusTests {

	private static final Map<String, String> KINDS = Map.of("rules", "rules", "prometheus", "config", "alertmanager",
			"alertmanager", "webconfig", "web");

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * What is about files beside the file, and about discoveries that Debian cut out of
	 * its builds.
	 */
	private static final Pattern NOT_OURS = Pattern
		.compile("no such file|X509KeyPair|not found in type|cannot find|unknown service discovery");

	/** Where Debian's build differs from upstream's; see docs/fidelity.md. */
	private static final Pattern KNOWN = Pattern
		.compile("RemoteWriteConfig_v2\\.54\\.0\\.golden|web_config_rate_limiter_(nonblocking|one_second)\\.yaml");

	@Test
	void whenThereIsAVerdictOfTheRealToolThenTheCommandAgrees() throws IOException {
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		for (Map.Entry<String, String> kind : KINDS.entrySet()) {
			List<JsonNode> rows = SharedCorpus.files(kind.getKey());
			for (String version : rows.getFirst().get("verdict").propertyNames()) {
				compared += compare(rows, kind.getValue(), version, disagreements);
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(compared).isGreaterThan(2500);
	}

	private static int compare(List<JsonNode> rows, String kind, String version, List<String> disagreements) {
		String program = kind.equals("alertmanager") ? "alertmanager=" : "prometheus=";
		List<String> args = new ArrayList<>(List.of("check", kind, "--format=json", "--target=" + program + version));
		rows.forEach((row) -> args.add(SharedCorpus.path(row).toString()));
		List<String> lines = Run.of(args.toArray(String[]::new)).out().lines().toList();
		assertThat(lines).hasSameSizeAs(rows);
		int compared = 0;
		for (int index = 0; index < rows.size(); index++) {
			if (!NOT_OURS.matcher(rows.get(index).path("message").path(version).asString("")).find()) {
				compared++;
				compare(rows.get(index), JSON.readTree(lines.get(index)), version, disagreements);
			}
		}
		return compared;
	}

	private static void compare(JsonNode row, JsonNode verdict, String version, List<String> disagreements) {
		String expected = row.get("verdict").get(version).asString().equals("ok") ? "accepted" : "rejected";
		if (!verdict.get("verdict").asString().equals(expected) && !KNOWN.matcher(row.get("path").asString()).find()) {
			disagreements.add(version + " " + row + " " + verdict.get("findings"));
		}
	}

}
