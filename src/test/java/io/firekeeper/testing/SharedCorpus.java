package io.firekeeper.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real files and expressions with the verdicts of real programs, which lie beside the
 * checkout and not in it. Tests that need them are skipped where they are not.
 */
public final class SharedCorpus {

	private static final @Nullable Path ROOT = Stream
		.of(Path.of(System.getProperty("user.dir"), "..", "shared", "corpus"), Path.of("/work/shared/corpus"))
		.filter((path) -> Files.exists(path.resolve("oracle/files.jsonl")))
		.findFirst()
		.orElse(null);

	private static final JsonMapper JSON = new JsonMapper();

	private SharedCorpus() {
	}

	public static boolean isThere() {
		return ROOT != null;
	}

	/** A file of it; without it the test is skipped. */
	public static Path file(String name) {
		assumeTrue(ROOT != null, "no corpus beside this checkout");
		return ROOT.resolve(name);
	}

	/** The lines of a file of it, each a JSON object. */
	public static List<JsonNode> rows(String name) throws IOException {
		try (Stream<String> lines = Files.lines(file(name))) {
			return lines.map(JSON::readTree).toList();
		}
	}

	/**
	 * The files of a kind with their verdicts: {@code prometheus}, {@code rules},
	 * {@code alertmanager} or {@code webconfig}.
	 */
	public static List<JsonNode> files(String kind) throws IOException {
		return rows("oracle/files.jsonl").stream().filter((row) -> row.get("kind").asString().equals(kind)).toList();
	}

	/** The files of a kind that a version accepts. */
	public static List<Path> accepted(String kind, String version) throws IOException {
		return files(kind).stream()
			.filter((row) -> row.get("verdict").path(version).asString().equals("ok"))
			.map(SharedCorpus::path)
			.toList();
	}

	/** The file of a row. */
	public static Path path(JsonNode row) {
		return file(row.get("path").asString());
	}

	/** The text of the file of a row; what is no UTF-8 in it is replaced. */
	public static String text(JsonNode row) throws IOException {
		return new String(Files.readAllBytes(path(row)), StandardCharsets.UTF_8);
	}

}
