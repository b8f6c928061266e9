package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class YamlPrintingTests {

	private static final List<String> PIECES = List.of("a", "job", " ", "  ", "\n", "\t", ":", ": ", " #", "#", "'",
			"\"", "\\", "-", "- ", "?", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "null",
			"yes", "no", "on", "off", "y", "N", "true", "1", "0", "0x1f", "1e3", ".", ".5", ".inf", ".nan", "1:30",
			"12:30:45", "2024-01-02", "_", "---", "...", "<<", "=", "ä", "日本", "\uD83D\uDD25", "\u0085", "\u2028",
			"\uFEFF", "\u0000", "\u007F", "\r", "\r\n", "$(secret.x)", "15s", "1h30m", "http://x/y?z=1#f",
			"up{job=\"x\"} == 0");

	@Test
	void whenTreeIsPrintedThenItIsInCanonicalBlockStyle() {
		String text = """
				{global: {scrape_interval: 15s, external_labels: {region: "no", "zone": '1'}}, empty: {}, none: [], nothing: ,
				scrape_configs: [{job_name: "a b", static_configs: [{targets: ["10.0.0.1:9100", '[::1]:9100']}], params: {x: [[1], []]}}],
				expr: "sum(\\n  up\\n)\\n", long: "a\\n\\n\\n", cut: "a\\nb", indented: " a\\nb"}
				""";
		assertThat(Yaml.print(read(text))).isEqualTo("""
				global:
				  scrape_interval: 15s
				  external_labels:
				    region: "no"
				    zone: "1"
				empty: {}
				none: []
				nothing: null
				scrape_configs:
				  - job_name: a b
				    static_configs:
				      - targets:
				          - 10.0.0.1:9100
				          - "[::1]:9100"
				    params:
				      x:
				        - - 1
				        - []
				expr: |
				  sum(
				    up
				  )
				long: |+
				  a


				cut: |-
				  a
				  b
				indented: |2-
				   a
				  b
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "yes", "No", "ON", "off", "y", "n", "true", "null", "~", "", "1", "-1", "0x1F", "0b1",
			"0o7", "017", "1_000", "1e3", ".5", "1.", ".inf", "-.INF", ".nan", "2024-01-02", "2024-01-02T03:04:05Z",
			"1:30", "=", "<<", "- a", "-", "? b", ": c", "a: b", "a #b", "#a", "&a", "*a", "!a", "%a", "@a", "`a", "'a",
			"[a", "{a", "a:", " a", "a ", "---", "...", "--- a" })
	void whenStringLooksLikeSomethingElseThenItIsQuoted(String text) {
		assertThat(Yaml.print(YamlScalar.string(text))).matches("(?s)([\"']).*\\1\n");
		assertThat(((YamlScalar) read(Yaml.print(YamlScalar.string(text)))).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "15s", "1h30m", "10.0.0.1", "10.0.0.1:9100", "http://a/b?c=d#e", "a'b", "a\"b", "-a", ":a",
			"?a", "yEs", "1.2.3", "v1", "512MB", "a, b", "(.+)", "up{a=\"b\"} > 1", "日本語", "a:b", "0x", "09:80",
			"node exporter" })
	void whenStringIsHarmlessThenItStaysPlain(String text) {
		assertThat(Yaml.print(YamlScalar.string(text))).isEqualTo(text + "\n");
	}

	@Test
	void whenRandomTreesArePrintedThenTheyReadBackEqual() {
		Random random = new Random(418);
		for (int run = 0; run < 4000; run++) {
			YamlNode tree = tree(random, 4);
			String printed = Yaml.print(tree);
			Yaml.Reading back = Yaml.read(printed, Yaml.USER_LIMIT);
			assertThat(back.problems()).as(printed).isEmpty();
			YamlNode root = (back.root() != null) ? back.root() : YamlScalar.plain("");
			assertThat(meaning(root)).as(printed).isEqualTo(meaning(tree));
			assertThat(Yaml.print(root)).isEqualTo(printed);
		}
	}

	@Test
	void whenKeyIsLongerThanASimpleKeyMayBeThenItReadsBack() {
		YamlMapping tree = YamlMapping.empty()
			.with("k".repeat(3000), YamlScalar.plain("1"))
			.with("z", YamlMapping.empty());
		assertThat(meaning(read(Yaml.print(tree)))).isEqualTo(meaning(tree));
	}

	private static YamlNode tree(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 4 : 2)) {
			case 0 -> YamlScalar.string(text(random));
			case 1 -> YamlScalar.plain(List.of("", "1", "yes", "15s", "null", "a\nb", "x: y").get(random.nextInt(7)));
			case 2 -> {
				List<YamlNode> items = new ArrayList<>();
				for (int size = random.nextInt(4); size > 0; size--) {
					items.add(tree(random, depth - 1));
				}
				yield YamlSequence.of(items);
			}
			default -> {
				YamlMapping mapping = YamlMapping.empty();
				for (int size = random.nextInt(4); size > 0; size--) {
					mapping = mapping.with(text(random), tree(random, depth - 1));
				}
				yield mapping;
			}
		};
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int size = random.nextInt(6); size > 0; size--) {
			text.append(PIECES.get(random.nextInt(PIECES.size())));
		}
		return text.toString();
	}

	private static String meaning(YamlNode node) {
		return switch (node) {
			case YamlScalar scalar -> GoScalar.of(scalar).toString();
			case YamlSequence sequence -> sequence.items().stream().map(YamlPrintingTests::meaning).toList().toString();
			case YamlMapping mapping -> mapping.entries()
				.stream()
				.map((entry) -> entry.key().text() + "=" + meaning(entry.value()))
				.toList()
				.toString();
		};
	}

	private static YamlNode read(String text) {
		Yaml.Reading reading = Yaml.read(text, Yaml.USER_LIMIT);
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.root()).isNotNull();
		return reading.root();
	}

}
