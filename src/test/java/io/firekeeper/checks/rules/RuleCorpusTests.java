package io.firekeeper.checks.rules;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.faults.Message;
import io.firekeeper.promql.Dialect;
import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All checks on all real rules of the shared corpus. Where the corpus is not beside the
 * checkout nothing is tested.
 */
class RuleCorpusTests {

	private static final Target TARGET = new Target(Dialect.of(3, 14), new TreeMap<>(), 30_000L,
			JobIntervals.of(Map.of()), 60_000L);

	private static final List<RuleFile> FILES = new ArrayList<>();

	@BeforeAll
	static void read() throws IOException {
		for (JsonNode row : SharedCorpus.rows("oracle/files.jsonl")) {
			String path = row.get("path").asString();
			if (List.of("rules", "PrometheusRule").contains(row.get("kind").asString())) {
				String text = SharedCorpus.text(row);
				RuleFile file = RuleFile.read(path, text, CheckSettings.DEFAULT);
				FILES.add((file.content().get("spec") instanceof YamlMapping spec)
						? RuleFile.of(path, text, spec, CheckSettings.DEFAULT) : file);
			}
		}
	}

	@Test
	void whenRealRulesAreCheckedThenEachFindingHasItsSentencesAndItsPlace() throws IOException {
		Set<String> codes = new TreeSet<>();
		List<Properties> languages = List.of(sentences("messages"), sentences("messages_zh"));
		for (RuleFile file : FILES) {
			for (RuleFinding finding : check(file)) {
				assertThat(finding.finding().line()).isPositive();
				assertThat(finding.finding().column()).isPositive();
				codes.add(finding.finding().check());
				languages.forEach((language) -> hasSentences(language, finding.finding()));
			}
		}
		assertThat(FILES).hasSizeGreaterThan(500);
		assertThat(codes).hasSizeGreaterThan(12);
	}

	@Test
	void whenAFixIsAppliedThenTheFindingIsGoneAndTheFileIsAsGoodAsBefore() {
		int applied = 0;
		for (RuleFile file : FILES) {
			List<RuleFinding> fixable = check(file).stream().filter((finding) -> finding.fix() != null).toList();
			for (RuleFinding finding : fixable.subList(0, Math.min(4, fixable.size()))) {
				RuleFile fixed = reread(file, Objects.requireNonNull(finding.fix()).apply(file.text()));
				assertThat(count(fixed, finding)).as(file.name() + finding).isLessThan(count(file, finding));
				assertThat(problems(fixed)).as(file.name()).isEqualTo(problems(file));
				applied++;
			}
		}
		assertThat(applied).isGreaterThan(50);
	}

	private static long count(RuleFile file, RuleFinding like) {
		return check(file).stream()
			.map(RuleFinding::finding)
			.filter((finding) -> finding.check().equals(like.finding().check())
					&& finding.code().equals(like.finding().code()))
			.count();
	}

	private static RuleFile reread(RuleFile file, String text) {
		RuleFile read = RuleFile.read(file.name(), text, CheckSettings.DEFAULT);
		return (read.content().get("spec") instanceof YamlMapping spec)
				? RuleFile.of(file.name(), text, spec, CheckSettings.DEFAULT) : read;
	}

	private static int problems(RuleFile file) {
		return PrometheusSchema.checkRuleFile(file.content(), TargetVersion.NEWEST).size();
	}

	private static List<RuleFinding> check(RuleFile file) {
		return RuleChecks.check(RuleSubject.of(List.of(file), TARGET));
	}

	private static void hasSentences(Properties language, Finding finding) {
		for (Message message : List.of(finding.message(), finding.fix())) {
			assertThat(message.key().startsWith("promql.") || language.containsKey(message.key())).as(message.key())
				.isTrue();
		}
	}

	private static Properties sentences(String name) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path
			.of(Objects.requireNonNull(RuleCorpusTests.class.getResource("/i18n/checks/" + name + ".properties"))
				.getPath()))) {
			properties.load(reader);
		}
		return properties;
	}

}
