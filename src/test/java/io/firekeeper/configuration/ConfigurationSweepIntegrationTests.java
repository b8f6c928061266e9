package io.firekeeper.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Damaged files, judged by real promtool and by us. The suite takes a sample of the
 * fixtures and of the schema; {@code -Dfirekeeper.sweep=<rounds>} takes everything, the
 * shared corpus included.
 */
class ConfigurationSweepIntegrationTests {

	private static final int ROUNDS = Integer.getInteger("firekeeper.sweep", 0);

	private static final long SEED = Long.getLong("firekeeper.sweep.seed", 418);

	private static final int SAMPLE = 200;

	/**
	 * Expressions and templates are not looked into here, a missing region is asked of
	 * the cloud, and Debian's builds lack some fields.
	 */
	private static final Pattern NOT_COMPARABLE = Pattern
		.compile("could not parse expression|template: |undefined variable|SD configuration requires a region"
				+ "|field (azuread|google_iam|stackit_sd_configs) not found|no such file|is a directory"
				+ "|failed to load X509KeyPair");

	/** Debian's 2.53 has a newer library than upstream's. */
	private static final String NEWER_IN_DEBIAN = "use_fips_sts_endpoint";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenAConfigurationIsDamagedThenWeSayWhatPromtoolSays(String release) throws IOException {
		TargetVersion version = TargetVersion.parse(release);
		Pattern cut = Objects.requireNonNull(CorpusTests.CUT_OUT.get(release));
		List<String> texts = texts("prometheus", "configs", "Configuration", version).stream()
			.map((text) -> withoutCutOut(text, cut))
			.filter((text) -> !text.contains(NEWER_IN_DEBIAN))
			.toList();
		compare(texts, new Promtool(release, this.folder).configurations(texts), PrometheusSchema::readConfiguration,
				version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenARuleFileIsDamagedThenWeSayWhatPromtoolSays(String release) throws IOException {
		TargetVersion version = TargetVersion.parse(release);
		List<String> texts = texts("rules", "rules", "RuleFile", version);
		compare(texts, new Promtool(release, this.folder).ruleFiles(texts), PrometheusSchema::readRuleFile, version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenAWebFileIsDamagedThenWeSayWhatPromtoolSays(String release) throws IOException {
		TargetVersion version = TargetVersion.parse(release);
		List<String> texts = texts("webconfig", "web", "WebFile", version);
		texts.removeIf((text) -> text.contains("rate_limit"));
		compare(texts, new Promtool(release, this.folder).webFiles(texts), WebSchema::read, version);
	}

	@ParameterizedTest
	@CsvSource({ "2.42, yml", "2.53, yml", "3.5, yml", "2.42, json", "2.53, json", "3.5, json" })
	void whenAFileOfTargetsIsDamagedThenWeSayWhatPromtoolSays(String release, String ending) throws IOException {
		TargetVersion version = TargetVersion.parse(release);
		Mutations mutations = new Mutations(new Random(SEED));
		List<String> bases = fixtures("targets-" + ending);
		List<String> texts = new ArrayList<>(bases);
		for (int round = 0; round < SAMPLE * Math.max(1, ROUNDS) / bases.size(); round++) {
			bases.forEach((base) -> texts.add(mutations.mutateText(base)));
			if (ending.equals("yml")) {
				bases.forEach((base) -> texts.add(mutations.mutate(base)));
			}
		}
		compare(texts, new Promtool(release, this.folder).targetFiles(texts, ending),
				(text, target) -> TargetFiles.read("targets." + ending, text, target), version);
	}

	private static void compare(List<String> texts, List<Promtool.Verdict> verdicts,
			BiFunction<String, TargetVersion, Yaml.Reading> reader, TargetVersion version) {
		List<String> disagreements = new ArrayList<>();
		int accepted = 0;
		for (int index = 0; index < texts.size(); index++) {
			Promtool.Verdict verdict = verdicts.get(index);
			Yaml.Reading reading = reader.apply(texts.get(index), version);
			accepted += verdict.accepted() ? 1 : 0;
			if (reading.isAccepted() != verdict.accepted() && !NOT_COMPARABLE.matcher(verdict.message()).find()) {
				disagreements.add(texts.get(index) + "\npromtool: " + verdict + "\nwe: " + reading.problems());
			}
		}
		assertThat(disagreements).as("of %s", texts.size()).isEmpty();
		assertThat(accepted).isBetween(texts.size() / 20, texts.size() * 19 / 20);
	}

	private static List<String> texts(String kind, String fixtures, String root, TargetVersion version)
			throws IOException {
		Random random = new Random(SEED);
		Mutations mutations = new Mutations(random);
		List<String> texts = new ArrayList<>(SchemaExamples.of(root, version));
		List<String> bases = (ROUNDS > 0) ? corpus(kind) : fixtures(fixtures);
		if (ROUNDS == 0) {
			Collections.shuffle(texts, random);
			texts.subList(SAMPLE, texts.size()).clear();
		}
		int rounds = (ROUNDS > 0) ? ROUNDS : SAMPLE / bases.size();
		for (int round = 0; round < rounds; round++) {
			bases.forEach((base) -> texts.add(mutations.mutate(base)));
		}
		return texts;
	}

	private static String withoutCutOut(String text, Pattern cut) {
		YamlNode root = Yaml.read(text, YamlDialect.GO_2, Yaml.USER_LIMIT).root();
		if (root == null || !cut.matcher(text).find()) {
			return text;
		}
		return Yaml.print(CorpusTests.withoutCutOut(root, cut));
	}

	private static List<String> fixtures(String folder) throws IOException {
		List<String> texts = new ArrayList<>();
		for (Path file : Fixtures.files(folder)) {
			texts.add(Files.readString(file));
		}
		return texts;
	}

	private static List<String> corpus(String kind) throws IOException {
		List<String> texts = new ArrayList<>();
		for (JsonNode row : SharedCorpus.files(kind)) {
			if (Files.size(SharedCorpus.path(row)) < 20_000 && CorpusTests.verdict(row, "3.5").equals("ok")) {
				texts.add(SharedCorpus.text(row));
			}
		}
		return texts;
	}

}
