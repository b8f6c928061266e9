package io.firekeeper.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verdicts of real promtool on the shared corpus of real files. Where the corpus is
 * not beside the checkout nothing is tested.
 */
class CorpusTests {

	private static final Pattern MISSING_IN_DEBIAN = Pattern.compile("field (azuread|stackit_sd_configs) not found");

	private static final Pattern NOT_OURS = Pattern.compile("no such file|X509KeyPair");

	/** Debian's builds lack these, so that its promtool says nothing about them. */
	static final Map<String, Pattern> CUT_OUT = Map.of("2.42",
			Pattern.compile("(kubernetes|consul|linode|nomad|kuma)_sd_configs"), "2.53",
			Pattern.compile("(azure|consul|nomad|kuma)_sd_configs"), "3.5",
			Pattern.compile("(azure|consul|nomad|kuma|openstack|stackit)_sd_configs"));

	/** Where Debian's build differs from upstream's; see docs/fidelity.md. */
	private static final Set<String> KNOWN = Set.of("RemoteWriteConfig_v2.54.0.golden 2.53",
			"web_config_rate_limiter_nonblocking.yaml 3.5", "web_config_rate_limiter_one_second.yaml 3.5");

	@Test
	void whenPromtoolGaveAVerdictThenWeAgree() throws IOException {
		List<String> disagreements = new ArrayList<>();
		int compared = 0;
		for (JsonNode row : SharedCorpus.rows("oracle/files.jsonl")) {
			String kind = row.get("kind").asString();
			if (!kind.equals("prometheus") && !kind.equals("rules") && !kind.equals("webconfig")) {
				continue;
			}
			for (String version : List.of("2.42", "2.53", "3.5")) {
				if (isAboutUs(row, version)) {
					compared++;
					compare(row, version, disagreements);
				}
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(compared).isGreaterThan(2500);
	}

	/** The files that a version accepts as prometheus.yml. */
	static List<Path> accepted(TargetVersion version) throws IOException {
		return SharedCorpus.files("prometheus")
			.stream()
			.filter((row) -> verdict(row, version.toString()).equals("ok"))
			.map(SharedCorpus::path)
			.toList();
	}

	private static void compare(JsonNode row, String version, List<String> disagreements) throws IOException {
		boolean accepted = verdict(row, version).equals("ok");
		List<Problem> problems = problems(row, version);
		String file = Path.of(row.get("path").asString()).getFileName() + " " + version;
		if (accepted != problems.isEmpty() && !KNOWN.contains(file)) {
			disagreements.add(row.get("path").asString() + " " + version + " " + message(row, version) + problems);
		}
	}

	static YamlNode withoutCutOut(YamlNode node, Pattern cut) {
		return switch (node) {
			case YamlScalar scalar -> scalar;
			case YamlSequence sequence -> new YamlSequence(
					sequence.items().stream().map((item) -> withoutCutOut(item, cut)).toList(), sequence.position());
			case YamlMapping mapping -> new YamlMapping(mapping.entries()
				.stream()
				.filter((entry) -> !cut.matcher(entry.key().text()).matches())
				.map((entry) -> new YamlMapping.Entry(entry.key(), withoutCutOut(entry.value(), cut)))
				.toList(), mapping.position());
		};
	}

	private static List<Problem> problems(JsonNode row, String release) throws IOException {
		TargetVersion version = TargetVersion.parse(release);
		String text = SharedCorpus.text(row);
		if (row.get("kind").asString().equals("webconfig")) {
			return errors(WebSchema.read(text, version));
		}
		if (row.get("kind").asString().equals("rules")) {
			return errors(PrometheusSchema.readRuleFile(text, version));
		}
		YamlNode root = Yaml.read(text, YamlDialect.GO_2, Yaml.USER_LIMIT).root();
		if (root != null && row.path("verdict_without_missing_sd").has(release)) {
			return PrometheusSchema
				.checkConfiguration(withoutCutOut(root, Objects.requireNonNull(CUT_OUT.get(release))), version);
		}
		return errors(PrometheusSchema.readConfiguration(text, version));
	}

	private static List<Problem> errors(Yaml.Reading reading) {
		return reading.problems().stream().filter((problem) -> problem.isError()).toList();
	}

	private static boolean isAboutUs(JsonNode row, String version) {
		String message = message(row, version);
		return row.get("verdict").has(version) && !NOT_OURS.matcher(message).find()
				&& !MISSING_IN_DEBIAN.matcher(message).find();
	}

	static String verdict(JsonNode row, String version) {
		return row.path("verdict_without_missing_sd")
			.path(version)
			.asString(row.get("verdict").path(version).asString());
	}

	private static String message(JsonNode row, String version) {
		return row.has("verdict_without_missing_sd") ? row.path("message_without_missing_sd").path(version).asString("")
				: row.path("message").path(version).asString("");
	}

}
