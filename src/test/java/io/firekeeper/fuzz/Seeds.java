package io.firekeeper.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What fuzzing begins with: the fixtures of this project and, where it is beside the
 * checkout, the shared corpus.
 */
final class Seeds {

	private static final Path FIXTURES = Path.of("src/test/resources");

	/** Longer files only slow the fuzzer down. */
	private static final long LONGEST = 16 * 1024;

	private static final JsonMapper JSON = new JsonMapper();

	private Seeds() {
	}

	static Stream<Arguments> expressions() {
		return Stream
			.concat(Stream.of("promql/expressions.jsonl", "promql/analysis.jsonl").flatMap(Seeds::committed),
					corpus("oracle/expressions.jsonl").flatMap((file) -> texts(file, "expr")))
			.distinct()
			.filter((text) -> text.length() <= LONGEST)
			.map((text) -> named("'" + text + "'", text));
	}

	static Stream<Arguments> prometheusFiles() {
		return files("configuration/configs", "prometheus");
	}

	static Stream<Arguments> ruleFiles() {
		return files("configuration/rules", "rules");
	}

	/** Templates of this project, and those in labels and annotations of rules. */
	static Stream<Arguments> templates() {
		Stream<String> ofRules = paths("configuration/rules", "rules").map(Seeds::text)
			.map((text) -> Yaml.read(text, Yaml.USER_LIMIT).root())
			.filter(Objects::nonNull)
			.flatMap(Seeds::scalars)
			.filter((text) -> text.contains("{{"));
		return Stream.concat(committedTemplates(), ofRules).distinct().map((text) -> named("'" + text + "'", text));
	}

	static Stream<String> committedTemplates() {
		return texts(FIXTURES.resolve("configuration/templates.jsonl"), "template");
	}

	private static Stream<String> scalars(YamlNode node) {
		return switch (node) {
			case YamlScalar scalar -> Stream.of(scalar.text());
			case YamlSequence sequence -> sequence.items().stream().flatMap(Seeds::scalars);
			case YamlMapping mapping -> mapping.entries().stream().flatMap((entry) -> scalars(entry.value()));
		};
	}

	static Stream<Arguments> alertmanagerFiles() {
		return files("configuration/alertmanager", "alertmanager");
	}

	static Stream<Arguments> webFiles() {
		return files("configuration/web", "webconfig");
	}

	static Stream<Arguments> targetFiles() {
		return Stream.of("configuration/targets-yml", "configuration/targets-json")
			.flatMap((fixtures) -> files(fixtures, "no verdicts"));
	}

	/** The fixtures in a folder, or in the lines of a file. */
	static Stream<String> committed(String fixtures) {
		Path path = FIXTURES.resolve(fixtures);
		return Files.isDirectory(path) ? list(path).map(Seeds::text) : texts(path, "expression");
	}

	/** Each configuration beside the one before it. */
	static Stream<Arguments> pairs(String divider) {
		List<Path> files = paths("configuration/configs", "prometheus").toList();
		return IntStream.range(1, files.size())
			.mapToObj((index) -> named(files.get(index).toString(),
					text(files.get(index - 1)) + divider + text(files.get(index))));
	}

	private static Stream<Arguments> files(String fixtures, String kind) {
		return paths(fixtures, kind).map((file) -> named(file.toString(), text(file)));
	}

	private static Stream<Path> paths(String fixtures, String kind) {
		return Stream.concat(list(FIXTURES.resolve(fixtures)), judged(kind))
			.filter((file) -> file.toFile().length() <= LONGEST);
	}

	private static Arguments named(String name, String text) {
		return Arguments.of(Named.of(name, text.getBytes(StandardCharsets.UTF_8)));
	}

	private static Stream<Path> judged(String kind) {
		try {
			return SharedCorpus.isThere() ? SharedCorpus.files(kind).stream().map(SharedCorpus::path) : Stream.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> corpus(String file) {
		return SharedCorpus.isThere() ? Stream.of(SharedCorpus.file(file)) : Stream.empty();
	}

	private static Stream<String> texts(Path file, String key) {
		return rows(file).stream().map((row) -> row.get(key).asString());
	}

	private static List<JsonNode> rows(Path file) {
		return text(file).lines().map(JSON::readTree).toList();
	}

	private static Stream<Path> list(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
