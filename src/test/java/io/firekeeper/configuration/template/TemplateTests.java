package io.firekeeper.configuration.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
			{{ $value | humanise }} @ unknown-function @ 12
			{{ $label.job }} @ unknown-variable @ 3
			{{ if .Value }}x @ unexpected-end @ 16
			{{ end }} @ unexpected @ 3
			{{ .Value @ unclosed-action @ 9
			{{ break }} @ outside-range @ 3
			{{ "a }} @ unterminated-string @ 3
			{{ "\\q" }} @ bad-string @ 3
			{{ printf "%d" 08 }} @ bad-number @ 15
			{{ 1 | 2 }} @ not-executable @ 7
			{{ (1 }} @ unclosed-parenthesis @ 6
			{{ now }} @ function-too-new @ 3
			{{ tmpl "a" . }} @ unknown-function @ 3
			""")
	void whenATemplateIsRefusedThenTheReasonHasItsPlace(String text, String code, int offset) {
		TemplateProblem problem = Objects.requireNonNull(Template.read(text, version()).problem());
		assertThat(problem.code()).isEqualTo(code);
		assertThat(problem.offset()).isEqualTo(offset);
	}

	@Test
	void whenATemplateOfARuleIsRefusedThenThePlaceIsInTheFile() {
		String file = """
				groups:
				  - name: a
				    rules:
				      - alert: A
				        expr: up == 0
				        annotations:
				          summary: Instance {{ $labels.instance }}
				          description: >-
				            Down, see
				            {{ $lables.instance }}
				""";
		assertThat(PrometheusSchema.readRuleFile(file, version()).problems())
			.extracting(Problem::code, Problem::path, Problem::position)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("template-unknown-variable",
					"groups[0].rules[0].annotations.description", new Position(10, 16)));
	}

	@Test
	void whenLabelsAreReadThenEachIsMentioned() {
		TemplateUse use = use("""
				{{ $labels.a }}{{ .Labels.b }}{{ index $labels "c-d" }}{{ with $labels }}{{ .e }}{{ end }}
				{{ $mine := .Labels }}{{ $mine.f }}{{ $.Labels.g }}{{ range query "x" }}{{ .Labels.no }}{{ end }}
				{{ define "t" }}{{ .Labels.no }}{{ end }}{{ .ExternalLabels.no }}{{ $externalLabels.no }}""");
		assertThat(use.labels()).extracting(TemplateUse.Mention::name).containsExactly("a", "b", "c-d", "e", "f", "g");
		assertThat(use.unknownFields()).isEmpty();
	}

	@Test
	void whenTheValueIsReadThenEachPlaceIsMentioned() {
		assertThat(use("{{ $value }}{{ .Value | humanize }}{{ $v := $value }}{{ printf \"%f\" $v }}").values())
			.extracting(TemplateUse.Mention::name)
			.containsExactly("$value", ".Value", "$value", "$v");
		assertThat(use("{{ $labels.value }}").values()).isEmpty();
	}

	@Test
	void whenQueriesAreMadeThenTheirExpressionsAreKnown() {
		assertThat(use("{{ query \"up\" }}{{ \"a b\" | query }}{{ query (printf \"%s\" \"x\") }}").queries())
			.extracting(TemplateUse.Query::expression)
			.containsExactly("up", "a b", null);
	}

	@Test
	void whenAFieldDoesNotExistThenItIsUnknown() {
		assertThat(use("{{ .Lables.job }}{{ .Value }}{{ with .Labels }}{{ .Foo }}{{ end }}").unknownFields())
			.extracting(TemplateUse.Mention::name)
			.containsExactly("Lables");
	}

	@Test
	void whenAnythingIsReadThenNothingIsThrown() {
		Random random = new Random(7);
		List<String> pieces = List.of("{{", "}}", "-", " ", "$", ".", "\"", "'", "`", "(", ")", "|", "end", "if",
				"range", "define", "\\", "0x", "1", "é", "\ud800", "\n", "/*", "*/", ":=", ",", "x");
		for (int count = 0; count < 50_000; count++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(20); length > 0; length--) {
				text.append(pieces.get(random.nextInt(pieces.size())));
			}
			Template.Reading reading = Template.read(text.toString(), version());
			assertThat((reading.template() == null) != (reading.problem() == null)).isTrue();
			if (reading.template() != null) {
				reading.template().use();
			}
		}
	}

	@Test
	void whenATemplateIsNestedDeeplyThenThatIsAProblem() {
		assertThat(Template.read("{{ " + "(".repeat(100_000), version()).problem()).isNotNull();
		assertThat(Template.read("{{ if 1 }}".repeat(100_000), version()).problem()).isNotNull();
		assertThat(Template.read("{{ if 1 }}{{ else ".repeat(10_000), version()).problem()).isNotNull();
		assertThat(Template.read("{{ if 1 }}" + "{{ else if 1 }}".repeat(10_000), version()).problem()).isNotNull();
	}

	@Test
	void whenACodeIsReportedThenBothLanguagesHaveItsSentence() throws IOException {
		Pattern code = Pattern
			.compile("TemplateSyntaxException\\(\"([a-z-]+)\"|quoted\\(TokenKind\\.\\w+, \"([a-z-]+)\"");
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.list(Path.of("src/main/java/io/firekeeper/configuration/template"))) {
			for (Path file : files.toList()) {
				code.matcher(Files.readString(file))
					.results()
					.forEach((match) -> codes.add((match.group(1) != null) ? match.group(1) : match.group(2)));
			}
		}
		assertThat(codes).hasSizeGreaterThan(20);
		for (String bundle : List.of("messages", "messages_zh")) {
			assertThat(keys(bundle))
				.containsAll(codes.stream().map("configuration.problem.template-"::concat).toList());
		}
	}

	@Test
	void whenNumbersAreExtremeThenTheyAreRefusedAsGoRefusesThem() {
		for (String number : List.of("-e1", "1e99999999999", "+.e5", "1".repeat(20_000), "0x" + "f".repeat(17))) {
			assertThat(Template.read("{{ " + number + " }}", version()).problem()).as(number).isNotNull();
		}
		for (String number : List.of(".5e1", "1.e5", "0x" + "f".repeat(16), "0b" + "1".repeat(64),
				"0" + "0".repeat(200) + "7")) {
			assertThat(Template.read("{{ " + number + " }}", version()).problem()).as(number).isNull();
		}
	}

	private static Set<String> keys(String bundle) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(
						TemplateTests.class.getResourceAsStream("/i18n/configuration/" + bundle + ".properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties.stringPropertyNames();
	}

	private static TemplateUse use(String text) {
		return Objects.requireNonNull(Template.read(text, version()).template(), text).use();
	}

	private static TargetVersion version() {
		return new TargetVersion(3, 5);
	}

}
