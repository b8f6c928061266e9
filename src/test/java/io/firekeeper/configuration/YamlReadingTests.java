package io.firekeeper.configuration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class YamlReadingTests {

	@Test
	void whenTextHasCommentsAndMarksThenNodesKeepTheirPlaces() {
		YamlMapping root = (YamlMapping) read("# hello\nglobal:\n  scrape_interval: 15s # often\n");
		YamlMapping global = (YamlMapping) root.get("global");
		assertThat(global).isNotNull();
		assertThat(global.get("scrape_interval")).isEqualTo(new YamlScalar("15s", false, new Position(3, 20)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "# only a comment\n", "---\n", "null", "~", "\uFEFF" })
	void whenTextIsEmptyThenThereIsNeitherRootNorProblem(String text) {
		assertThat(Yaml.read(text, Yaml.USER_LIMIT)).isEqualTo(new Yaml.Reading(null, List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uFEFFa: b\nc: d\n", "a: b\r\nc: d\r\n", "a:\tb\nc: d", "a: b\t# x\nc:\t \td\n",
			"a: b\t\nc: d\t\n", "%YAML 1.1\n---\na: b\nc: d\n...\n", "{a:\tb,\tc: d}" })
	void whenTextIsWrittenOnAnotherSystemThenItReadsTheSame(String text) {
		assertThat(Yaml.print(read(text))).isEqualTo("a: b\nc: d\n");
	}

	@Test
	void whenManyCommentsStandBeforeTheDocumentThenItReadsTheSame() {
		String comments = "# comment\n\n".repeat(10_000);
		assertThat(Yaml.print(read(comments + "a: b\n"))).isEqualTo("a: b\n");
		Yaml.Reading other = Yaml.read(comments + "%YAML 1.2\n---\na: b\n", Yaml.USER_LIMIT);
		assertThat(other.problems()).extracting(Problem::code).containsExactly("yaml-version");
	}

	@Test
	void whenCharactersHaveTwoUnitsThenPlacesWithinScalarsAreRight() {
		YamlMapping root = (YamlMapping) read("a: '🔥 x'\nb: '🔥🔥 y'\nc: *a\n".replace("'🔥 x'", "&a '🔥 x'"));
		YamlScalar second = (YamlScalar) root.get("b");
		assertThat(second).isNotNull();
		assertThat(second.position(second.text().indexOf('y'))).isEqualTo(new Position(2, 8));
	}

	static List<Arguments> refusals() {
		return List.of(Arguments.of("a: 1\na: 2", "duplicate-key", 2, 1),
				Arguments.of("a:\n  b: 1\n  \"b\": 1", "duplicate-key", 3, 3),
				Arguments.of("a: 1\n---\nb: 2", "several-documents", 2, 1), Arguments.of("\ta: 1", "syntax", 1, 1),
				Arguments.of("a:\n\tb: 1", "syntax", 2, 1), Arguments.of("a: b: c", "syntax", 1, 5),
				Arguments.of("a: [1, 2", "syntax", 1, 9), Arguments.of("a: \"x", "syntax", 1, 6),
				Arguments.of("a: *b", "unknown-anchor", 1, 4), Arguments.of("a: &b [*b]", "recursive-anchor", 1, 8),
				Arguments.of("? [a]\n: b", "key-not-scalar", 1, 3), Arguments.of("a: !!int x", "bad-tag", 1, 4),
				Arguments.of("a: !!binary '?'", "bad-tag", 1, 4), Arguments.of("<<: 1", "merge-not-mapping", 1, 1),
				Arguments.of("<<: [1]", "merge-not-mapping", 1, 1),
				Arguments.of("a: 1\n<<: {a: 2}", "merge-after-key", 2, 1),
				Arguments.of("<<: {a: 1}\n<<: {b: 1}", "duplicate-key", 2, 1),
				Arguments.of("a: x\u0001", "character", 1, 5), Arguments.of("b: 1\na: \u0007", "character", 2, 4));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whenTextIsRefusedThenTheProblemNamesItsPlace(String text, String code, int line, int column) {
		Yaml.Reading reading = Yaml.read(text, Yaml.USER_LIMIT);
		assertThat(reading.root()).isNull();
		assertThat(reading.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(code);
			assertThat(problem.position()).isEqualTo(new Position(line, column));
		});
	}

	@Test
	void whenSeveralKeysAreTwiceThenEachIsReported() {
		assertThat(Yaml.read("a: 1\na: 2\nb: {c: 1, c: 2}\n", Yaml.USER_LIMIT).problems()).extracting(Problem::path)
			.containsExactly("a", "b.c");
	}

	@Test
	void whenTextIsBeyondTheLimitThenItIsNotParsed() {
		String text = "[".repeat(10 * 1024 * 1024);
		assertThat(Yaml.read(text, Yaml.USER_LIMIT).problems()).extracting(Problem::code).containsExactly("too-large");
		assertThat(Yaml.read("a: äöü", 8).problems()).extracting(Problem::code).containsExactly("too-large");
		assertThat(Yaml.read("a: äöü", 9).problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{a: ", "- " })
	void whenNestingIsDeepThenItIsRefused(String open) {
		assertThat(Yaml.read(open.repeat(100_000), Yaml.USER_LIMIT).problems()).extracting(Problem::code)
			.containsExactly("too-deep");
	}

	@Test
	void whenAliasesMultiplyThenTheyAreRefused() {
		StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
		for (int level = 1; level < 12; level++) {
			text.append("a%d: &a%d [".formatted(level, level))
				.append(("*a" + (level - 1) + ", ").repeat(10))
				.append("]\n");
		}
		assertThat(Yaml.read(text.toString(), Yaml.USER_LIMIT).problems()).extracting(Problem::code)
			.containsExactly("too-many-aliases");
	}

	@Test
	void whenALargeTextIsRepeatedByAliasesThenItIsRefused() {
		String text = "a: &a " + "x".repeat(1000) + "\nb: [" + "*a, ".repeat(90) + "]\n";
		assertThat(Yaml.read(text, 50_000).problems()).extracting(Problem::code).containsExactly("too-many-aliases");
		assertThat(Yaml.read(text, 100_000).problems()).isEmpty();
	}

	@Test
	void whenKeysAreMergedThenOwnKeysAndEarlierMappingsWin() {
		String text = """
				x: &x {a: x, b: x, c: x}
				y: &y {b: y, d: y}
				one:
				  <<: *x
				  a: own
				two:
				  <<: [*y, *x]
				  e: own
				quoted:
				  "<<": 1
				""";
		assertThat(Yaml.print(((YamlMapping) read(text)).without("x").without("y"))).isEqualTo("""
				one:
				  a: own
				  b: x
				  c: x
				two:
				  b: y
				  d: y
				  a: x
				  c: x
				  e: own
				quoted:
				  "<<": 1
				""");
	}

	@Test
	void whenScalarsAreTaggedThenTheyReadAsGoReadsThem() {
		assertThat(Yaml
			.print(read("[!!str 1, !!int 0x1F, !!float 1, !!binary aGVsbG8=, ! 7, !custom yes, !!bool on, !!null ~]")))
			.isEqualTo("""
					- "1"
					- 0x1F
					- 1
					- hello
					- "7"
					- "yes"
					- on
					- ~
					""");
	}

	private static YamlNode read(String text) {
		Yaml.Reading reading = Yaml.read(text, Yaml.USER_LIMIT);
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.root()).isNotNull();
		return reading.root();
	}

}
